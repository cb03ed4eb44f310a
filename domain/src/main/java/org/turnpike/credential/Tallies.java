package org.turnpike.credential;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;

/**
 * What all nodes counted, by {@link TallyWindow}. A node may put the same as often as it likes: it
 * puts its whole count of a window, not what came on top.
 */
public interface Tallies {
  /**
   * What became of a TURN key's mintings.
   *
   * @param window when it starts
   */
  void put(NodeId node, TurnKeyId key, Instant window, MintingTally tally);

  /** What a tenant's callers were answered. */
  void put(NodeId node, TenantId tenant, Instant window, AnswerTally tally);

  /** Sums of all nodes, of the windows that start then or later; keys without are left out. */
  Map<TurnKeyId, MintingTally> mintings(Set<TurnKeyId> keys, Instant since);

  /** The same by tenant. */
  Map<TenantId, AnswerTally> answers(Set<TenantId> tenants, Instant since);

  /** Deletes those of windows that started before that instant; says how many. */
  int forgetBefore(Instant instant);
}
