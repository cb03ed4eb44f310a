package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.Statement;
import org.turnpike.console.gate.SignedIn;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.Requests;
import org.turnpike.console.shell.Times;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Completeness;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class LatenessTest {
  private static final String PROBLEM = "Cloudflare failed (status 500).";

  private final World world = new World();
  private final Tenant tenant = world.samples.tenant("harbour");

  @Test
  void usage_that_was_read_lately_concerns_nobody() {
    assertThat(lateness(Callers.operator()).concerns(complete(Duration.ofMinutes(20), null)))
        .isFalse();
  }

  @Test
  void a_tenant_without_usage_yet_concerns_nobody_until_a_reading_fails() {
    Lateness lateness = lateness(Callers.operator());

    assertThat(lateness.concerns(statement(Completeness.UNKNOWN))).isFalse();
    assertThat(lateness.concerns(statement(new Completeness(null, null, PROBLEM)))).isTrue();
  }

  @Test
  void the_notice_says_why_until_when_and_how_often_it_is_tried_again() {
    Notice notice = notice(Callers.operator(), complete(Duration.ofHours(2), PROBLEM));

    assertThat(notice.title()).isEqualTo("Usage could not be read");
    assertThat(notice.text())
        .isEqualTo(
            PROBLEM
                + " Complete through 22 Nov 2026, 10:00 UTC."
                + " It is tried again every minute; figures and cost will still rise.");
    assertThat(notice.tone()).isEqualTo("warn");
    assertThat(notice.action()).isEqualTo("Check the account");
  }

  @Test
  void one_failure_is_no_warning_yet() {
    assertThat(notice(Callers.operator(), complete(Duration.ofMinutes(20), PROBLEM)).tone())
        .isEqualTo("info");
  }

  @Test
  void whoever_has_no_access_to_accounts_is_sent_to_an_operator() {
    Notice notice = notice(Callers.adminOf(tenant), complete(Duration.ofHours(2), null));

    assertThat(notice.title()).isEqualTo("Usage is behind");
    assertThat(notice.text()).endsWith("If this stays, tell an operator.");
    assertThat(notice.action()).isNull();
  }

  private Notice notice(Caller caller, Statement statement) {
    return lateness(caller).notice("Usage", List.of(statement));
  }

  private Lateness lateness(Caller caller) {
    Settings usual = new Settings(setting -> Optional.empty());
    return new Lateness(
        new SignedIn(caller), new Times(new Look(Requests.asking(Map.of())), world.clock()), usual);
  }

  private Statement complete(Duration ago, String problem) {
    Instant through = world.clock().instant().minus(ago);
    return statement(new Completeness(through, through, problem));
  }

  private Statement statement(Completeness completeness) {
    return Statements.of(world, tenant, 812, completeness);
  }
}
