package org.turnpike.tenant;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;

/** The scopes an API key carries: at least one. */
public record Scopes(Set<Scope> all) {
  public Scopes {
    if (all == null || all.isEmpty()) {
      throw Rejected.invalid("scopes", "An API key needs at least one scope.");
    }
    all = Set.copyOf(all);
  }

  /** From the names on the wire. */
  public static Scopes named(Collection<String> names) {
    Set<Scope> scopes = new TreeSet<>();
    for (String name : names) {
      scopes.add(
          Scope.named(name)
              .orElseThrow(
                  () -> Rejected.invalid("scopes", "There is no scope of the name " + name + ".")));
    }
    return new Scopes(scopes);
  }

  /** Their names on the wire, in the order of the enumeration. */
  public java.util.List<String> names() {
    return all.stream().sorted(Comparator.naturalOrder()).map(Scope::wireName).toList();
  }

  @Override
  public String toString() {
    return names().stream().collect(Collectors.joining(" "));
  }
}
