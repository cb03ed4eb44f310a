package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * Possible leaks, for whoever sees usage: they cost money. Whose credential it was, and the whole
 * username, is for whoever sees grants. Dismissing takes whoever manages keys: a leaked API key of
 * a meeting backend must not be able to cover its tracks.
 */
@ApplicationScoped
public class SeeLeaks {
  private PossibleLeaks leaks;
  private TurnKeys keys;
  private Tenants tenants;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected SeeLeaks() {}

  @Inject
  public SeeLeaks(
      PossibleLeaks leaks,
      TurnKeys keys,
      Tenants tenants,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.leaks = leaks;
    this.keys = keys;
    this.tenants = tenants;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The tenant's, newest first. */
  public Slice<PossibleLeak> list(
      Caller caller, PossibleLeaks.Question question, Slice.Request page) {
    TenantId tenant = question.tenant();
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          requireTenant(tenant);
          return leaks.find(question, page);
        });
  }

  /**
   * The tenant's that fit, at most {@link Slice#MOST}, and how many do. What the caller may not see
   * is not searched either.
   *
   * @param text null for any; a hint is taken as it is shown
   */
  public PossibleLeaks.Found search(
      Caller caller, PossibleLeaks.Question question, String text, PossibleLeaks.Order order) {
    TenantId tenant = question.tenant();
    caller.require(Scope.USAGE, tenant);
    PossibleLeaks.Search search =
        new PossibleLeaks.Search(question, wanted(text), maySeeHolders(caller, tenant), order);
    return transactions.call(
        caller.reach(),
        () -> {
          requireTenant(tenant);
          return leaks.find(search, Slice.MOST);
        });
  }

  private static String wanted(String text) {
    return text != null && text.endsWith(PossibleLeak.CUT)
        ? text.substring(0, text.length() - PossibleLeak.CUT.length())
        : text;
  }

  /** Whether the caller may see whose credential it was, and all of its username. */
  public static boolean maySeeHolders(Caller caller, TenantId tenant) {
    return caller.may(Scope.CREDENTIALS, tenant);
  }

  public PossibleLeaks.Open open(Caller caller, TenantId tenant) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> leaks.open(Set.of(tenant)).getOrDefault(tenant, PossibleLeaks.Open.NONE));
  }

  /** By tenant of the caller's reach; those without are left out. */
  public Map<TenantId, PossibleLeaks.Open> open(Caller caller) {
    return transactions.call(caller.reach(), () -> leaks.open(caller.reach(Scope.USAGE)));
  }

  /** Until when every TURN key of the tenant that still relays has been examined. */
  public Optional<Instant> examinedThrough(Caller caller, TenantId tenant) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          List<TurnKeyId> open =
              keys.of(tenant).stream()
                  .filter(key -> key.retiredAt() == null)
                  .map(TurnKey::id)
                  .toList();
          Map<TurnKeyId, Instant> through = leaks.examinedThrough(Set.copyOf(open));
          return through.size() < open.size()
              ? Optional.empty()
              : through.values().stream().min(Comparator.naturalOrder());
        });
  }

  /** A person's judgement that it is none, or that it has been dealt with. */
  public PossibleLeak dismiss(Caller caller, TenantId tenant, LeakId id, String why) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          PossibleLeak leak =
              leaks.find(tenant, id).orElseThrow(() -> Rejected.notFound("possible leak"));
          Instant now = clock.instant();
          leak.dismiss(caller.actor(), why, now);
          // The reason is free text that may name a person, and audit entries are for ever.
          audit.append(
              new AuditEntry(
                  now,
                  caller.actor(),
                  tenant,
                  "possible-leak.dismissed",
                  "possible leak " + leak.id(),
                  leak.reason().wireName()));
          return leak;
        });
  }

  private void requireTenant(TenantId tenant) {
    if (tenants.find(tenant).isEmpty()) {
      throw Rejected.notFound("tenant");
    }
  }
}
