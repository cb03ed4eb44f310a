package org.turnpike.simulator.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every credential minted here, by key and username. */
public final class MintedCredentials {

  private final Map<String, Map<String, MintedCredential>> byKey = new ConcurrentHashMap<>();
  private final Clock clock;

  public MintedCredentials(Clock clock) {
    this.clock = clock;
  }

  /**
   * Remembers a credential.
   *
   * @param ttl seconds
   */
  public void add(String username, String keyId, String customIdentifier, long ttl) {
    restore(new MintedCredential(username, keyId, customIdentifier, clock.instant(), ttl, null));
  }

  /** Answers false when this key never minted that username. */
  public boolean revoke(String keyId, String username) {
    return of(keyId).computeIfPresent(username, (name, one) -> one.revoked(clock.instant()))
        != null;
  }

  public List<MintedCredential> list(String keyId) {
    return List.copyOf(of(keyId).values());
  }

  public Optional<MintedCredential> find(String keyId, String username) {
    return Optional.ofNullable(of(keyId).get(username));
  }

  List<MintedCredential> all() {
    return byKey.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  void restore(MintedCredential credential) {
    of(credential.keyId()).put(credential.username(), credential);
  }

  private Map<String, MintedCredential> of(String keyId) {
    return byKey.computeIfAbsent(keyId, id -> new ConcurrentHashMap<>());
  }
}
