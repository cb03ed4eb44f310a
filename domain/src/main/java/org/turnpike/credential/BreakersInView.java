package org.turnpike.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnpike.turnkey.TurnKeyId;

/** What the nodes that live say of breakers; what a silent one said holds no more. */
record BreakersInView(List<Sightings.OfNode> told, List<Node> alive) {
  private static final Comparator<MintingHealth.State> GRAVITY =
      Comparator.comparing(MintingHealth.State::breaker)
          .thenComparing(
              MintingHealth.State::notBefore, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(state -> state.problem() != null);

  BreakersInView {
    Set<NodeId> ids = alive.stream().map(Node::id).collect(Collectors.toSet());
    told = told.stream().filter(each -> ids.contains(each.node())).toList();
  }

  /** The gravest of a TURN key; closed where none minted with it; null when no node lives. */
  MintingHealth.State of(TurnKeyId key) {
    return alive.isEmpty()
        ? null
        : told.stream()
            .filter(each -> each.key().equals(key))
            .map(Sightings.OfNode::state)
            .max(GRAVITY)
            .orElse(MintingHealth.State.CLOSED);
  }
}
