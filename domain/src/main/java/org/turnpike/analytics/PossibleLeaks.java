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

  /** At most {@code most}, the first in the order that is asked for, and how many fit. */
  Found find(Search search, int most);

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

  /** What comes first; of equals, the newest. */
  enum Order {
    /** By egress. */
    LARGEST,
    NEWEST,
    /** By the last hour of usage. */
    LATEST
  }

  /**
   * What a person looks for.
   *
   * @param text how the username begins, or any part of the TURN key's name, and of the identifier
   *     that the credential was issued for; upper and lower case are alike; null for any
   * @param holders whether all of the username and that identifier are searched; otherwise no more
   *     of the username than its hint tells
   */
  record Search(Question question, String text, boolean holders, Order order) {}

  /**
   * What was found.
   *
   * @param first in order
   * @param all how many fit, with those that are not among the first
   */
  record Found(List<PossibleLeak> first, long all) {
    public Found {
      first = List.copyOf(first);
    }
  }
}
