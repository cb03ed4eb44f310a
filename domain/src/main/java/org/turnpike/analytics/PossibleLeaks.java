package org.turnpike.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/**
 * All possible leaks within their retention, and which hours have been examined for them. Within
 * reach only of a transaction that has a {@link org.turnpike.shared.Reach}.
 */
public interface PossibleLeaks {
  void add(PossibleLeak leak);

  Optional<PossibleLeak> find(TenantId tenant, LeakId id);

  /** Newest first. */
  Slice<PossibleLeak> find(Question question, Slice.Request page);

  /** The key's open ones of these credentials. */
  List<PossibleLeak> open(TurnKeyId key, Set<String> usernames);

  /** By tenant, what is open; tenants without are left out. Null means all tenants. */
  Map<TenantId, Open> open(Set<TenantId> tenants);

  /** The key has been examined until then. */
  void examined(TurnKey key, Instant through);

  /** Until when each key has been examined; those that never were are left out. */
  Map<TurnKeyId, Instant> examinedThrough(Set<TurnKeyId> keys);

  /** Deletes those whose last hour starts before then; says how many. */
  int forgetBefore(Instant instant);

  /**
   * What is open.
   *
   * @param volume of all of it
   */
  record Open(long leaks, RelayedVolume volume) {
    public static final Open NONE = new Open(0, RelayedVolume.NONE);
  }

  /**
   * What is asked for; null leaves a criterion out.
   *
   * @param open whether to ask for what is open, or for what was dismissed
   */
  record Question(TenantId tenant, Boolean open, LeakReason reason) {}
}
