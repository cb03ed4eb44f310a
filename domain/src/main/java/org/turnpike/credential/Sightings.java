package org.turnpike.credential;

import java.util.List;
import java.util.Set;
import org.turnpike.turnkey.TurnKeyId;

/** Which nodes there are, and what each sees of the breakers. A node writes its own alone. */
public interface Sightings {
  /**
   * Keeps that the node lives.
   *
   * @return whether it was not known, or no more: then none of its breakers is
   */
  boolean alive(Node node);

  void put(NodeId node, TurnKeyId key, MintingHealth.State state);

  /** Those that are not forgotten, in the order they started. */
  List<Node> nodes();

  /** What a node said of the breaker of a TURN key. */
  record OfNode(NodeId node, TurnKeyId key, MintingHealth.State state) {}

  List<OfNode> breakers(Set<TurnKeyId> keys);

  /** Forgets the node and its breakers; what it told of {@link Tallies} stays. */
  void forget(NodeId node);
}
