package org.turnpike.credential;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * Whether Cloudflare mints, what is ready in case it does not, and what served those who asked.
 * Figures alone, so that whoever sees usage may see them.
 */
@ApplicationScoped
public class SeeMinting {
  private Tenants tenants;
  private TurnKeys keys;
  private Sightings sightings;
  private Tallies tallies;
  private SizeReserve size;
  private Transactions transactions;
  private Clock clock;

  protected SeeMinting() {}

  @Inject
  public SeeMinting(
      Tenants tenants,
      TurnKeys keys,
      Sightings sightings,
      Tallies tallies,
      SizeReserve size,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.sightings = sightings;
    this.tallies = tallies;
    this.size = size;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Every tenant of the caller's reach, by name. */
  public MintingReport all(Caller caller) {
    Set<TenantId> reach = caller.reach(Scope.USAGE);
    return transactions.call(() -> report(caller, tenants.all(reach)));
  }

  /** One tenant. */
  public MintingReport of(Caller caller, TenantId tenant) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        () ->
            report(
                caller,
                List.of(tenants.find(tenant).orElseThrow(() -> Rejected.notFound("tenant")))));
  }

  private MintingReport report(Caller caller, List<Tenant> seen) {
    Instant now = clock.instant();
    List<Node> nodes = sightings.nodes();
    List<Node> alive = nodes.stream().filter(node -> !node.isSilent(now)).toList();
    List<Node> silent =
        caller.mayEverywhere(Scope.ADMIN)
            ? nodes.stream().filter(node -> node.isSilent(now)).toList()
            : List.of();
    return new MintingReport(
        now,
        alive.stream().map(Node::seenAt).min(Comparator.naturalOrder()).orElse(null),
        silent,
        ofTenants(seen, alive, now));
  }

  private List<MintingReport.OfTenant> ofTenants(List<Tenant> seen, List<Node> alive, Instant now) {
    Set<TenantId> ids = seen.stream().map(Tenant::id).collect(toSet());
    List<TurnKey> all = ids.isEmpty() ? List.of() : keys.of(ids);
    Set<TurnKeyId> keyIds = all.stream().map(TurnKey::id).collect(toSet());
    Figures figures =
        new Figures(
            bySpan(span -> tallies.answers(ids, span.start(now))),
            bySpan(span -> tallies.mintings(keyIds, span.start(now))),
            new BreakersInView(sightings.breakers(keyIds), alive),
            size.ready().stream()
                .collect(
                    groupingBy(
                        CredentialReserve.Level::turnKey,
                        summingLong(CredentialReserve.Level::credentials))),
            size.wanted().stream()
                .collect(
                    groupingBy(
                        SizeReserve.Wanted::turnKey,
                        summingLong(SizeReserve.Wanted::credentials))));
    return seen.stream().map(tenant -> figures.of(tenant, all)).toList();
  }

  private static <T> Map<Span, T> bySpan(Function<Span, T> figures) {
    Map<Span, T> bySpan = new EnumMap<>(Span.class);
    for (Span span : Span.values()) {
      bySpan.put(span, figures.apply(span));
    }
    return bySpan;
  }

  private record Figures(
      Map<Span, Map<TenantId, AnswerTally>> answers,
      Map<Span, Map<TurnKeyId, MintingTally>> mintings,
      BreakersInView breakers,
      Map<TurnKeyId, Long> ready,
      Map<TurnKeyId, Long> wanted) {
    MintingReport.OfTenant of(Tenant tenant, List<TurnKey> all) {
      return new MintingReport.OfTenant(
          tenant,
          bySpan(span -> answers.get(span).getOrDefault(tenant.id(), AnswerTally.NONE)),
          all.stream()
              .filter(key -> key.tenant().equals(tenant.id()))
              .map(this::of)
              .filter(Figures::isOfInterest)
              .toList());
    }

    private MintingReport.OfKey of(TurnKey key) {
      return new MintingReport.OfKey(
          key,
          breakers.of(key.id()),
          ready.getOrDefault(key.id(), 0L),
          wanted.getOrDefault(key.id(), 0L),
          bySpan(span -> mintings.get(span).getOrDefault(key.id(), MintingTally.NONE)));
    }

    /** A key that is gone is shown for as long as it has figures. */
    private static boolean isOfInterest(MintingReport.OfKey of) {
      return of.key().state() != TurnKey.State.RETIRED
          || !of.mintings(Span.WEEK).equals(MintingTally.NONE);
    }
  }
}
