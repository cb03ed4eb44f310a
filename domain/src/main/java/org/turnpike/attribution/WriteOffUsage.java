package org.turnpike.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.UuidV7;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * The inbox of usage that is nobody's: what a rule should give to a tenant, and else is written off
 * with a reason.
 */
@ApplicationScoped
public class WriteOffUsage {
  /** More than anybody goes through one by one; a rule with an asterisk takes many at once. */
  public static final int MOST = 1_000;

  private UnattributedUsage unattributed;
  private TurnKeys keys;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected WriteOffUsage() {}

  @Inject
  public WriteOffUsage(
      UnattributedUsage unattributed,
      TurnKeys keys,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.unattributed = unattributed;
    this.keys = keys;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One share in the inbox. */
  public record Item(TurnKey share, UnattributedUsage.Outstanding usage) {}

  /**
   * What is to be dealt with.
   *
   * @param total of all, also of those that are not among the items
   * @param items the largest, by egress
   */
  public record Inbox(UnattributedUsage.Total total, List<Item> items) {}

  /** What was written off of a share. */
  public record Written(TurnKey share, WriteOff writeOff) {}

  /**
   * The inbox as it stands.
   *
   * @param most how many items, up to {@link #MOST}
   */
  public Inbox inbox(Caller caller, int most) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          Map<TurnKeyId, TurnKey> shares = shares();
          return new Inbox(
              unattributed.total(),
              unattributed.largest(checked(most)).stream()
                  .map(usage -> new Item(shares.get(usage.share()), usage))
                  .toList());
        });
  }

  /** The latest first. */
  public List<Written> writeOffs(Caller caller, int most) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          Map<TurnKeyId, TurnKey> shares = shares();
          return unattributed.writeOffs(checked(most)).stream()
              .map(writeOff -> new Written(shares.get(writeOff.share()), writeOff))
              .toList();
        });
  }

  /** All that is nobody's of the share now; what comes later is in the inbox again. */
  public Written writeOff(Caller caller, TurnKeyId id, String reason) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          TurnKey share =
              keys.findToChange(id)
                  .filter(key -> key.sharedKey() != null)
                  .orElseThrow(() -> Rejected.notFound("unattributed usage"));
          Instant now = clock.instant();
          WriteOff writeOff =
              unattributed
                  .find(id)
                  .map(write(caller, reason, now))
                  .orElseThrow(() -> Rejected.conflict("There is nothing left to write off."));
          unattributed.add(writeOff);
          audit.append(
              new AuditEntry(
                  now,
                  caller.actor(),
                  null,
                  "usage.written-off",
                  "share " + id,
                  "%d bytes of egress: %s"
                      .formatted(writeOff.volume().egress().bytes(), writeOff.reason())));
          return new Written(share, writeOff);
        });
  }

  private static Function<UnattributedUsage.Outstanding, WriteOff> write(
      Caller caller, String reason, Instant now) {
    return usage ->
        new WriteOff(
            UuidV7.at(now), usage.share(), usage.volume(), reason, now, caller.actor().name());
  }

  /** At once, and not a query for each. */
  private Map<TurnKeyId, TurnKey> shares() {
    return keys.shared().stream()
        .flatMap(shared -> keys.shares(shared.id()).stream())
        .collect(Collectors.toMap(TurnKey::id, Function.identity()));
  }

  private static int checked(int most) {
    if (most < 1 || most > MOST) {
      throw Rejected.invalid("limit", "limit must be between 1 and " + MOST + ".");
    }
    return most;
  }
}
