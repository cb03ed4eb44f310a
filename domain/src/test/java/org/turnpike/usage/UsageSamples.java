package org.turnpike.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnpike.attribution.RuleOwners;
import org.turnpike.billing.OpenBillingPeriods;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Ports;

/** Usage in the ledger, and what the ledger says. */
public final class UsageSamples {
  private static final TimeRange EVER = new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST);

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private UsageSamples() {}

  /** The collector as the product wires it. */
  public static CollectUsage collector(Ports ports, UsageMeter meter, Settings settings) {
    PostReadings posting = posting(ports);
    OpenPeriods periods = new OpenBillingPeriods(ports.clock());
    ReadUsage usage =
        new ReadUsage(
            meter, posting, periods, ports.leases(), ports.transactions(), settings, ports.clock());
    return new CollectUsage(
        ports.accounts(),
        order(ports, periods, usage),
        usage,
        new SettleUsage(
            meter,
            ports.ledger(),
            ports.usageReplies(),
            shares(ports),
            ports.settlements(),
            ports.marks(),
            periods,
            ports.leases(),
            ports.transactions(),
            settings,
            ports.clock()),
        new KeepPace(
            meter,
            ports.accounts(),
            ports.paces(),
            ports.leases(),
            ports.transactions(),
            ports.clock()),
        posting,
        ports.marks(),
        ports.leases(),
        ports.transactions());
  }

  private static CollectionOrder order(Ports ports, OpenPeriods periods, ReadUsage usage) {
    return new CollectionOrder(
        ports.turnKeys(),
        ports.accounts(),
        ports.marks(),
        periods,
        usage,
        ports.transactions(),
        ports.clock());
  }

  /** What the collector does with an answer. */
  public static void post(Ports ports, TurnKey key, TimeRange range, List<UsageReading> readings) {
    UsageAnswer answer = answer(key, range, readings);
    ports.transactions().run(Reach.EVERYONE, () -> posting(ports).post(key, answer));
  }

  static PostReadings posting(Ports ports) {
    return new PostReadings(
        ports.ledger(), ports.usageReplies(), shares(ports), ports.marks(), ports.clock());
  }

  private static Shares shares(Ports ports) {
    return new Shares(ports.turnKeys(), new RuleOwners(ports.attributionRules()), ports.clock());
  }

  /** What the collector does with the identifiers that it sees on a shared key. */
  public static void discover(Ports ports, TurnKey shared, Set<String> identifiers) {
    ports.transactions().run(Reach.EVERYONE, () -> shares(ports).discover(shared, identifiers));
  }

  /** What gives a share to another owner. */
  public static TransferUsage transferring(Ports ports) {
    return new TransferUsage(ports.ledger(), ports.marks(), ports.clock());
  }

  /** As Cloudflare gave it at noon: an answer with other readings has other bytes. */
  public static UsageAnswer answer(TurnKey key, TimeRange range, List<UsageReading> readings) {
    String question = "{\"key\":\"" + key.id() + "\",\"range\":\"" + range + "\"}";
    return new UsageAnswer(range, readings, new Evidence(question, NOON, readings.toString()));
  }

  /** Posts the first reading of a window and marks the key as read through its end. */
  public static void relayed(Ports ports, TurnKey key, String window, long egress, long ingress) {
    UsageReading reading =
        new UsageReading(Instant.parse(window), RelayedVolume.ofBytes(egress, ingress));
    ports
        .transactions()
        .run(
            Reach.EVERYONE,
            () ->
                ports
                    .ledger()
                    .append(List.of(UsageRecord.first(key, reading, ports.clock().instant()))));
  }

  /** Marks the key as read through that instant, now. */
  public static void readThrough(Ports ports, TurnKey key, String through) {
    ports
        .transactions()
        .run(
            () -> {
              CollectionMark mark =
                  ports
                      .marks()
                      .find(key.id())
                      .orElseGet(
                          () -> {
                            CollectionMark made = new CollectionMark(key);
                            ports.marks().add(made);
                            return made;
                          });
              mark.advance(Instant.parse(through), ports.clock().instant());
            });
  }

  /** What a tenant has in the ledger, by whichever key. */
  public static RelayedVolume total(Ports ports, Tenant tenant) {
    return ports
        .transactions()
        .call(Reach.EVERYONE, () -> ports.ledger().totals(Set.of(tenant.id()), EVER))
        .values()
        .stream()
        .flatMap(keys -> keys.values().stream())
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  /** A tenant's lines, in order of posting. */
  public static List<UsageRecord> lines(Ports ports, Tenant tenant) {
    return lines(ports, tenant.id());
  }

  static RelayedVolume total(Ports ports, TurnKey key) {
    return ports
        .transactions()
        .call(Reach.EVERYONE, () -> ports.ledger().totals(Set.of(key.tenant()), EVER))
        .getOrDefault(key.tenant(), Map.of())
        .getOrDefault(key.id(), RelayedVolume.NONE);
  }

  static List<UsageRecord> lines(Ports ports, TurnKey key) {
    return lines(ports, key.tenant());
  }

  private static List<UsageRecord> lines(Ports ports, TenantId tenant) {
    return ports
        .transactions()
        .call(
            Reach.EVERYONE,
            () -> ports.ledger().records(tenant, EVER, new Slice.Request(Slice.MOST, null)))
        .items();
  }
}
