package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.turnpike.attribution.AttributeUsage;
import org.turnpike.attribution.IdentifierPattern;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

/** A rule that comes while the collector is at a share waits until it can carry over all of it. */
class ShareOwnerRaceTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(TEN, TEN.plusSeconds(3600));
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final CloudflareAccount account = samples.account();
  private final Tenant acme = samples.tenant("acme", account);
  private final TurnKey shared = samples.sharedKey(account);
  private CompletableFuture<?> rule;

  @Test
  void what_is_posted_of_a_share_meanwhile_goes_to_its_new_owner_too() {
    TurnKey share = shared.share("anna", null, ports.clock().instant());
    run(() -> ports.turnKeys().add(share));
    run(
        () -> {
          ports.turnKeys().findAndHold(share.id());
          aRuleComes();
          post(share);
        });
    rule.join();
    assertThat(UsageSamples.total(ports, acme)).isEqualTo(RelayedVolume.ofBytes(100, 10));
  }

  @Test
  void a_share_that_is_discovered_meanwhile_gets_that_owner() {
    run(
        () -> {
          UsageSamples.discover(ports, shared, Set.of("anna"));
          aRuleComes();
        });
    rule.join();
    post(ports.transactions().call(() -> ports.turnKeys().shares(shared.id())).get(0));
    assertThat(UsageSamples.total(ports, acme)).isEqualTo(RelayedVolume.ofBytes(100, 10));
  }

  /** In a transaction of its own, which waits by now, or is over where nothing held it up. */
  private void aRuleComes() {
    AttributeUsage attribute =
        new AttributeUsage(
            ports.attributionRules(),
            ports.turnKeys(),
            ports.tenants(),
            UsageSamples.transferring(ports),
            ports.audit(),
            ports.transactions(),
            ports.clock());
    rule =
        CompletableFuture.supplyAsync(
                () ->
                    attribute.assign(
                        Caller.SYSTEM, shared.id(), new IdentifierPattern("anna"), acme.id()),
                command -> new Thread(command).start())
            .orTimeout(20, TimeUnit.SECONDS);
    while (!rule.isDone() && !isAnybodyWaiting()) {
      Thread.onSpinWait();
    }
  }

  private static boolean isAnybodyWaiting() {
    try {
      return !Rows.query(TestDatabase.as("postgres"), WAITING).equals(List.of("0"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void post(TurnKey share) {
    UsageSamples.post(
        ports, share, HOUR, List.of(new UsageReading(TEN, RelayedVolume.ofBytes(100, 10))));
  }

  private void run(Runnable work) {
    ports.transactions().run(Reach.EVERYONE, work);
  }
}
