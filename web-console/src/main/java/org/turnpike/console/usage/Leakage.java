package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.SeeLeaks;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;

/** That possible leaks wait for a person. */
@Dependent
class Leakage {
  private final Person person;
  private final SeeLeaks leaks;

  @Inject
  Leakage(Person person, SeeLeaks leaks) {
    this.person = person;
    this.leaks = leaks;
  }

  Optional<Notice> of(Tenant tenant) {
    return notice(Map.of(tenant.id(), leaks.open(person.caller(), tenant.id())), List.of(tenant));
  }

  /** One for all of them, which leads to where most was relayed. */
  Optional<Notice> among(List<Tenant> tenants) {
    return notice(leaks.open(person.caller()), tenants);
  }

  private static Optional<Notice> notice(
      Map<TenantId, PossibleLeaks.Open> open, List<Tenant> tenants) {
    List<Tenant> leaking =
        tenants.stream()
            .filter(tenant -> of(tenant, open).leaks() > 0)
            .sorted(
                Comparator.comparing((Tenant tenant) -> of(tenant, open).volume().egress())
                    .reversed())
            .toList();
    if (leaking.isEmpty()) {
      return Optional.empty();
    }
    long count = leaking.stream().mapToLong(tenant -> of(tenant, open).leaks()).sum();
    BigDecimal egress =
        leaking.stream()
            .map(tenant -> of(tenant, open).volume().egress())
            .reduce(DataVolume.NONE, DataVolume::plus)
            .gigabytes();
    Tenant most = leaking.get(0);
    String where =
        leaking.size() == 1 ? most.name() : leaking.size() + " tenants, most at " + most.name();
    return Optional.of(
        new Notice(
            "Leak",
            "bad",
            count == 1 ? "A possible leak" : Figures.count(count) + " possible leaks",
            Figures.gigabytes(egress)
                + " GB egress by credentials that should not relay it, at "
                + where
                + ".",
            "See what and why",
            "possible-leaks.xhtml?tenant=" + most.slug()));
  }

  private static PossibleLeaks.Open of(Tenant tenant, Map<TenantId, PossibleLeaks.Open> open) {
    return open.getOrDefault(tenant.id(), PossibleLeaks.Open.NONE);
  }
}
