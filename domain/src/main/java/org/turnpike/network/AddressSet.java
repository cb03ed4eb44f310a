package org.turnpike.network;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.turnpike.network.RelayAddress.Family;

/** Addresses without an order or repetitions of their own, as a round-robin record has them. */
public record AddressSet(SortedSet<RelayAddress> all) implements Serializable {
  public static final AddressSet NONE = new AddressSet(new TreeSet<>());

  /** What Cloudflare published when Turnpike was made. */
  public static final AddressSet PUBLISHED =
      of(List.of("141.101.90.1", "162.159.207.1", "2606:4700:48::1", "2a06:98c1:3200::1"));

  public AddressSet {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  public static AddressSet of(Collection<String> texts) {
    return new AddressSet(
        texts.stream().map(RelayAddress::new).collect(Collectors.toCollection(TreeSet::new)));
  }

  public AddressSet plus(AddressSet other) {
    SortedSet<RelayAddress> sum = new TreeSet<>(all);
    sum.addAll(other.all);
    return new AddressSet(sum);
  }

  public AddressSet minus(AddressSet other) {
    return those(address -> !other.all.contains(address));
  }

  public AddressSet of(Family family) {
    return those(address -> address.family() == family);
  }

  public boolean covers(AddressSet other) {
    return all.containsAll(other.all);
  }

  public boolean contains(RelayAddress address) {
    return all.contains(address);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public List<String> texts() {
    return all.stream().map(RelayAddress::text).toList();
  }

  private AddressSet those(Predicate<RelayAddress> which) {
    return new AddressSet(
        all.stream().filter(which).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Override
  public String toString() {
    return String.join(", ", texts());
  }
}
