package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  private final Object lock = new Object();
  private final Map<String, ApiKey> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ApiKey> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private Map<ApiKeyId, Instant> uses = new HashMap<>();
  private long seenEpoch;

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
    synchronized (lock) {
      uses.put(apiKey.id(), now);
    }
    return apiKey;
  }

  /**
   * Forgets all keys when the epoch has moved, and writes the uses down; called every second.
   *
   * @return whether the epoch has moved: something was disabled somewhere
   */
  public boolean refresh() {
    Map<ApiKeyId, Instant> toWrite;
    synchronized (lock) {
      toWrite = uses;
      uses = new HashMap<>();
    }
    long current =
        transactions.call(
            () -> {
              toWrite.forEach(keys::stampUse);
              return epoch.current();
            });
    synchronized (lock) {
      boolean moved = current != seenEpoch;
      if (moved) {
        remembered.clear();
        seenEpoch = current;
      }
      return moved;
    }
  }

  private Optional<ApiKey> find(String key) {
    if (!key.startsWith(ApiKey.PREFIX)) {
      return Optional.empty();
    }
    String hash = RandomToken.sha256(key);
    long epochBefore;
    synchronized (lock) {
      epochBefore = seenEpoch;
      ApiKey known = remembered.get(hash);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<ApiKey> found = transactions.call(() -> keys.findByHash(hash));
    found.ifPresent(
        apiKey -> {
          synchronized (lock) {
            if (seenEpoch == epochBefore) { // else it may have been revoked since it was read
              remembered.put(hash, apiKey);
            }
          }
        });
    return found;
  }
}
