package org.turnpike.simulator.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every credential minted here, by key and username. */
public final class MintedCredentials {

  private final Map<String, Map<String, MintedCredential>> byKey = new ConcurrentHashMap<>();
  private final Runnable changed;
  private final Clock clock;

  /** Starts with these, and tells each change. */
  public MintedCredentials(List<MintedCredential> known, Runnable changed, Clock clock) {
    known.forEach(this::put);
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Remembers a credential.
   *
   * @param ttl seconds
   */
  public void add(String username, String keyId, String customIdentifier, long ttl) {
    put(new MintedCredential(username, keyId, customIdentifier, clock.instant(), ttl, null));
    changed.run();
  }

  /** Answers false when this key never minted that username. */
  public boolean revoke(String keyId, String username) {
    MintedCredential revoked =
        of(keyId).computeIfPresent(username, (name, one) -> one.revoked(clock.instant()));
    changed.run();
    return revoked != null;
  }

  public List<MintedCredential> list(String keyId) {
    return List.copyOf(of(keyId).values());
  }

  public List<MintedCredential> all() {
    return byKey.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  private void put(MintedCredential credential) {
    of(credential.keyId()).put(credential.username(), credential);
  }

  private Map<String, MintedCredential> of(String keyId) {
    return byKey.computeIfAbsent(keyId, id -> new ConcurrentHashMap<>());
  }
}
