package org.turnpike.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class TakingReportsTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Tenant other = world.samples.tenant("other");
  private final Instant start = world.clock().instant();
  private RecordRelayReport taking = taking(world.transactions());

  @BeforeEach
  void both_tenants_take_reports() {
    TenantSamples.setRelayReports(world, acme, true);
    TenantSamples.setRelayReports(world, other, true);
  }

  @Test
  void a_report_is_kept_of_the_tokens_tenant_and_of_no_other() {
    taking.take(token(acme, 1), ReportSamples.relayed().report());
    assertThat(calls(acme)).isEqualTo(1);
    assertThat(calls(other)).isZero();
  }

  @Test
  void a_tenant_that_takes_none_refuses_them() {
    TenantSamples.setRelayReports(world, acme, false);
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> taking.take(token(acme, 1), ReportSamples.relayed().report()));
    assertThat(calls(acme)).isZero();
  }

  @Test
  void one_token_is_good_for_thirty_reports_a_minute_and_costs_no_other_anything() {
    report(acme, 1, 30);
    assertTooMany(Duration.ofSeconds(2), () -> report(acme, 1, 1));
    report(acme, 2, 30);
    world.clock().advance(Duration.ofSeconds(2));
    report(acme, 1, 1);
    assertTooMany(Duration.ofSeconds(2), () -> report(acme, 1, 1));
    assertThat(calls(acme)).isEqualTo(61);
  }

  @Test
  void one_tenant_is_good_for_as_many_as_is_set_and_costs_no_other_anything() {
    world.set(Setting.REPORTS_PER_HOUR, "600");
    taking = taking(world.transactions());
    for (int browser = 0; browser < 60; browser++) {
      report(acme, browser, 1);
    }
    assertTooMany(Duration.ofSeconds(6), () -> report(acme, 61, 1));
    report(other, 62, 1);
    world.clock().advance(Duration.ofSeconds(6));
    report(acme, 63, 1);
  }

  @Test
  void while_the_database_hangs_four_wait_for_it_and_the_next_is_told_to_come_back() {
    CountDownLatch there = new CountDownLatch(4);
    CountDownLatch released = new CountDownLatch(1);
    RecordRelayReport hanging = taking(new Hanging(world.transactions(), there, released));
    ExecutorService browsers = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<Void>> waiting =
          Stream.of(1, 2, 3, 4)
              .map(
                  browser ->
                      CompletableFuture.runAsync(
                          () ->
                              hanging.take(token(acme, browser), ReportSamples.relayed().report()),
                          browsers))
              .toList();
      awaitLatch(there);
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> hanging.take(token(acme, 5), ReportSamples.relayed().report()));
      released.countDown();
      waiting.forEach(CompletableFuture::join);
      hanging.take(token(acme, 5), ReportSamples.relayed().report());
    } finally {
      released.countDown();
      browsers.shutdown();
    }
  }

  @Test
  void what_cannot_be_written_is_not_acknowledged_and_gives_its_turn_back() {
    for (int i = 0; i < 5; i++) {
      world.transactions().failNextCommit(new IllegalStateException("away"));
      int browser = i;
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> report(acme, browser, 1));
    }
    report(acme, 6, 1);
    assertThat(calls(acme)).isEqualTo(1);
  }

  @Test
  void they_are_forgotten_after_ninety_days() {
    report(acme, 1, 1);
    ForgetRelayReports forgetting =
        new ForgetRelayReports(
            world.relayReports(),
            new ReportLimits(world.settings(), world.clock()),
            world.transactions(),
            world.settings(),
            world.clock());
    world.clock().advance(Duration.ofDays(90));
    assertThat(forgetting.forget()).isZero();
    world.clock().advance(Duration.ofSeconds(1));
    assertThat(forgetting.forget()).isEqualTo(1);
  }

  /** A database that does not answer until it is released. */
  private record Hanging(Transactions to, CountDownLatch there, CountDownLatch released)
      implements Transactions {
    @Override
    public <T> T call(Supplier<T> work) {
      synchronized (to) {
        return to.call(work);
      }
    }

    @Override
    public <T> T call(Reach reach, Supplier<T> work) {
      there.countDown();
      awaitLatch(released);
      synchronized (to) {
        return to.call(reach, work);
      }
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertTooMany(Duration wait, Runnable report) {
    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(report::run)
        .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(wait));
  }

  private void report(Tenant tenant, int browser, int times) {
    for (int i = 0; i < times; i++) {
      taking.take(token(tenant, browser), ReportSamples.relayed().report());
    }
  }

  private long calls(Tenant tenant) {
    TimeRange hour = new TimeRange(start, start.plus(Duration.ofHours(1)));
    return new SeeRelayQuality(world.relayReports(), world.tenants(), world.transactions())
        .of(Callers.operator(), tenant.id(), hour)
        .whole()
        .calls();
  }

  private ReportToken token(Tenant tenant, int browser) {
    return ReportTokens.of(tenant.id(), new GrantId(new UUID(9, browser)), start);
  }

  private RecordRelayReport taking(Transactions transactions) {
    return new RecordRelayReport(
        world.relayReports(),
        new TermsInForce(world.tenants(), transactions),
        new ReportLimits(world.settings(), world.clock()),
        transactions,
        world.clock());
  }
}
