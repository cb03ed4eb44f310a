package org.turnpike.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemorySightings implements Sightings {
  private final Table<NodeId, Node> nodes;
  private final Table<Place, OfNode> breakers;

  private record Place(NodeId node, TurnKeyId key) {}

  public InMemorySightings(InMemoryTransactions transactions) {
    nodes = transactions.table(Node::id);
    breakers = transactions.table(of -> new Place(of.node(), of.key()));
  }

  @Override
  public boolean alive(Node node) {
    boolean isNew = nodes.find(node.id()).isEmpty();
    nodes.put(node);
    return isNew;
  }

  @Override
  public void put(NodeId node, TurnKeyId key, MintingHealth.State state) {
    if (nodes.find(node).isEmpty()) {
      throw new IllegalStateException("There is no such node: " + node);
    }
    breakers.put(new OfNode(node, key, state));
  }

  @Override
  public List<Node> nodes() {
    return nodes.all().stream().sorted(Comparator.comparing(Node::startedAt)).toList();
  }

  @Override
  public List<OfNode> breakers(Set<TurnKeyId> keys) {
    return breakers.all().stream().filter(of -> keys.contains(of.key())).toList();
  }

  @Override
  public void forget(NodeId node) {
    nodes.remove(node);
    breakers.all().stream()
        .filter(of -> of.node().equals(node))
        .forEach(of -> breakers.remove(new Place(of.node(), of.key())));
  }
}
