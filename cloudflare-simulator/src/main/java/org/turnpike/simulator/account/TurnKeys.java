package org.turnpike.simulator.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.turnpike.simulator.traffic.TrafficProfile;

/** Every TURN key, the deleted ones included: their past is still asked for. */
public final class TurnKeys {

  /** As many as Cloudflare allows an account. */
  public static final int MOST_OF_AN_ACCOUNT = 1000;

  private static final int UID_LENGTH = 32;
  private static final int SECRET_LENGTH = 64;

  private final Map<String, TurnKey> byUid = new ConcurrentHashMap<>();
  private final Runnable changed;
  private final Clock clock;
  private final RandomHex random = new RandomHex();

  /** Starts with these, and tells each change. */
  public TurnKeys(List<TurnKey> known, Runnable changed, Clock clock) {
    known.forEach(key -> byUid.put(key.uid(), key));
    this.changed = changed;
    this.clock = clock;
  }

  /** Makes a key, or none when the account is full. */
  public synchronized Optional<TurnKey> create(String accountId, String name) {
    if (list(accountId).size() >= MOST_OF_AN_ACCOUNT) {
      return Optional.empty();
    }
    return Optional.of(plant(accountId, name, null, null, null, null));
  }

  /** Puts a key in place as if it had been there since {@code created}; what is null is made up. */
  public TurnKey plant(
      String accountId,
      String name,
      String uid,
      String secret,
      Instant created,
      TrafficProfile profile) {
    Instant since = created != null ? created : clock.instant();
    TurnKey key =
        new TurnKey(
            uid != null ? uid : random.next(UID_LENGTH),
            accountId,
            name,
            secret != null ? secret : random.next(SECRET_LENGTH),
            since,
            since,
            null,
            profile);
    return keep(key);
  }

  /** The living keys of an account, oldest first. */
  public List<TurnKey> list(String accountId) {
    return everOf(accountId).stream().filter(key -> key.deleted() == null).toList();
  }

  /** The keys an account ever had, oldest first. */
  public List<TurnKey> everOf(String accountId) {
    return byUid.values().stream()
        .filter(key -> key.accountId().equals(accountId))
        .sorted(Comparator.comparing(TurnKey::created).thenComparing(TurnKey::uid))
        .toList();
  }

  /** Every key that ever was. */
  public List<TurnKey> all() {
    return List.copyOf(byUid.values());
  }

  public Optional<TurnKey> find(String uid) {
    return findEver(uid).filter(key -> key.deleted() == null);
  }

  public Optional<TurnKey> findEver(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  public TurnKey rename(TurnKey key, String name) {
    return keep(key.renamed(name, clock.instant()));
  }

  public TurnKey delete(TurnKey key) {
    return keep(key.deleted(clock.instant()));
  }

  private TurnKey keep(TurnKey key) {
    byUid.put(key.uid(), key);
    changed.run();
    return key;
  }
}
