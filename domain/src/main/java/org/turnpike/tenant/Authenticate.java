package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;

/**
 * From the key in a request to the {@link ApiKey}: remembered by its hash in a bounded cache, which
 * is emptied within a second of any key's being revoked anywhere ({@link #refresh()}).
 */
@ApplicationScoped
public class Authenticate {
  private static final int MOST_REMEMBERED = 10_000;

  private ApiKeys keys;
  private Epoch epoch;
  private Transactions transactions;
  private Clock clock;

  private final ConcurrentMap<ApiKeyId, Instant> uses = new ConcurrentHashMap<>();
  private volatile Remembered remembered = new Remembered(0);

  /** Keys by their hash, read while the epoch stood there; whoever reads longer adds in vain. */
  private record Remembered(long epoch, ConcurrentMap<String, ApiKey> keys) {
    Remembered(long epoch) {
      this(epoch, new ConcurrentHashMap<>());
    }

    void add(String hash, ApiKey key) {
      if (keys.size() >= MOST_REMEMBERED) {
        keys.clear();
      }
      keys.put(hash, key);
    }
  }

  protected Authenticate() {}

  @Inject
  public Authenticate(ApiKeys keys, Epoch epoch, Transactions transactions, Clock clock) {
    this.keys = keys;
    this.epoch = epoch;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The key's record; throws {@link Rejected} (unauthenticated) when there is none that lives, and
   * (forbidden) when it may not be used from that network address.
   */
  public ApiKey authenticate(String key, String address) {
    Instant now = clock.instant();
    ApiKey apiKey =
        find(key)
            .filter(found -> found.isLive(now))
            .orElseThrow(
                () ->
                    new Rejected(
                        Rejected.Reason.UNAUTHENTICATED,
                        "This API key is unknown, expired or revoked."));
    if (!apiKey.allowedNetworks().contain(address)) {
      throw Rejected.forbidden("This API key may not be used from " + address + ".");
    }
    if (!now.equals(uses.get(apiKey.id()))) { // thousands of calls may come within a millisecond
      uses.put(apiKey.id(), now);
    }
    return apiKey;
  }

  /**
   * Forgets all keys when the epoch has moved; called more often than once a second.
   *
   * @return whether it has: something was disabled somewhere
   */
  public boolean refresh() {
    long current = transactions.call(epoch::current);
    boolean moved = current != remembered.epoch();
    if (moved) {
      remembered = new Remembered(current);
    }
    return moved;
  }

  /**
   * Writes down when each key was last used; called every few seconds. While the database is away,
   * one use of each key waits. In the order of the keys, so that two nodes never wait for each
   * other.
   */
  public void writeUses() {
    Map<ApiKeyId, Instant> toWrite = new TreeMap<>(Comparator.comparing(ApiKeyId::value));
    toWrite.putAll(uses);
    transactions.run(() -> toWrite.forEach(keys::stampUse));
    toWrite.forEach(uses::remove); // none that has been used again since
  }

  private Optional<ApiKey> find(String key) {
    if (!key.startsWith(ApiKey.PREFIX)) {
      return Optional.empty();
    }
    String hash = RandomToken.sha256(key);
    Remembered before = remembered;
    ApiKey known = before.keys().get(hash);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ApiKey> found = transactions.call(() -> keys.findByHash(hash));
    found.ifPresent(apiKey -> before.add(hash, apiKey));
    return found;
  }
}
