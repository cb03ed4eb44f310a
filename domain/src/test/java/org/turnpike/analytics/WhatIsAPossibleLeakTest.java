package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantSamples;
import org.turnpike.shared.Setting;
import org.turnpike.turnkey.TurnKey;

class WhatIsAPossibleLeakTest {
  private static final long MOST_AN_HOUR = 45_000_000_000L; // 100 Mbit/s

  private final Examination of = new Examination();

  @Test
  void a_username_that_nobody_was_handed() {
    of.relayed("2026-11-22T13:00:00Z", "nobody's", 7, 3);
    of.examineAt("2026-11-22T18:20:00Z");
    PossibleLeak leak = of.leaks().get(0);
    assertThat(leak.reason()).isEqualTo(LeakReason.NEVER_ISSUED);
    assertThat(leak.grant()).isEmpty();
    assertThat(leak.firstHour()).isEqualTo("2026-11-22T13:00:00Z").isEqualTo(leak.lastHour());
    assertThat(leak.volume().egress().bytes()).isEqualTo(7);
    assertThat(leak.volume().ingress().bytes()).isEqualTo(3);
    assertThat(leak.asked().question()).contains("2026-11-22T13:00:00Z");
    assertThat(leak.notedAt()).isEqualTo("2026-11-22T18:20:00Z");
  }

  @Test
  void or_that_was_handed_out_for_another_turn_key() {
    TurnKey second = of.world.samples.turnKey(of.tenant, "second");
    GrantSamples.add(of.world, of.apiKey, second, "u", "anna");
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).containsExactly(tuple("u", LeakReason.NEVER_ISSUED, 1L));
  }

  @Test
  void what_is_used_by_whom_it_was_handed_to_is_none() {
    of.grant("u");
    of.relayed("2026-11-22T12:00:00Z", "u", MOST_AN_HOUR, MOST_AN_HOUR);
    of.relayed("2026-11-22T13:00:00Z", "u", 1);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).isEmpty();
    assertThat(of.meter.questions()).isNotEmpty();
  }

  @Test
  void usage_without_a_username_is_left_out_of_account() {
    of.relayed("2026-11-22T13:00:00Z", "", 2 * MOST_AN_HOUR);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).isEmpty();
  }

  /** Issued at 12:00 for an hour, and tolerated for another. */
  @Test
  void an_expired_one_that_relays_in_a_whole_hour_after_what_is_tolerated() {
    CredentialGrant grant = of.grant("u");
    of.relayed("2026-11-22T13:00:00Z", "u", 1);
    of.relayed("2026-11-22T14:00:00Z", "u", 2);
    of.relayed("2026-11-22T15:00:00Z", "u", 4);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).containsExactly(tuple("u", LeakReason.EXPIRED, 6L));
    assertThat(of.leaks().get(0).grant()).contains(grant.id());
    assertThat(of.leaks().get(0).firstHour()).isEqualTo("2026-11-22T14:00:00Z");
    assertThat(of.leaks().get(0).hours()).isEqualTo(2);
  }

  /** Revoked at 12:20, tolerated until 13:20: the hour from 13:00 may hold honest usage. */
  @Test
  void a_revoked_one_likewise_and_not_in_an_hour_that_the_tolerance_reaches_into() {
    CredentialGrant grant = of.grant("u");
    of.world.clock().set("2026-11-22T12:20:00Z");
    GrantSamples.revoke(of.world, grant);
    of.relayed("2026-11-22T13:00:00Z", "u", 1);
    of.relayed("2026-11-22T14:00:00Z", "u", 2);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).containsExactly(tuple("u", LeakReason.REVOKED, 2L));
  }

  @Test
  void how_much_is_tolerated_is_a_setting() {
    of.world.set(Setting.LEAKS_TOLERANCE, "PT1S");
    of.grant("u");
    of.relayed("2026-11-22T13:00:00Z", "u", 1);
    of.relayed("2026-11-22T14:00:00Z", "u", 2);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).containsExactly(tuple("u", LeakReason.EXPIRED, 2L));
  }

  @Test
  void more_in_an_hour_than_one_credential_carries_whichever_way() {
    for (String username : List.of("out", "in", "both")) {
      of.grant(username);
    }
    of.relayed("2026-11-22T12:00:00Z", "out", MOST_AN_HOUR + 1, 0);
    of.meter.relayed(of.key, "2026-11-22T12:00:00Z", "both", MOST_AN_HOUR, MOST_AN_HOUR);
    of.meter.relayed(of.key, "2026-11-22T12:00:00Z", "in", 0, MOST_AN_HOUR + 1);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found())
        .containsExactlyInAnyOrder(
            tuple("out", LeakReason.TOO_MUCH, MOST_AN_HOUR + 1),
            tuple("in", LeakReason.TOO_MUCH, 0L));
  }

  @Test
  void how_much_it_carries_is_a_setting() {
    of.world.set(Setting.LEAKS_CREDENTIAL_RATE, "1");
    of.grant("u");
    of.relayed("2026-11-22T12:00:00Z", "u", 450_000_001);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found()).containsExactly(tuple("u", LeakReason.TOO_MUCH, 450_000_001L));
  }

  @Test
  void an_hour_counts_for_one_reason_alone() {
    of.relayed("2026-11-22T13:00:00Z", "nobody's", 2 * MOST_AN_HOUR);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(found())
        .containsExactly(tuple("nobody's", LeakReason.NEVER_ISSUED, 2 * MOST_AN_HOUR));
  }

  @Test
  void and_of_each_hour_the_largest_are_noted() {
    of.relayed("2026-11-22T13:00:00Z", "largest", 1000);
    for (int i = 0; i < NoteLeaks.MOST_AN_HOUR; i++) {
      of.meter.relayed(of.key, "2026-11-22T13:00:00Z", "u" + i, 1 + i, 0);
    }
    of.meter.relayed(of.key, "2026-11-22T14:00:00Z", "of another hour", 1, 0);
    of.examineAt("2026-11-22T18:20:00Z");
    assertThat(of.open("largest", "u0", "u1", "of another hour"))
        .extracting(PossibleLeak::username)
        .containsExactlyInAnyOrder("largest", "u1", "of another hour");
  }

  private List<Tuple> found() {
    return of.leaks().stream()
        .map(leak -> tuple(leak.username(), leak.reason(), leak.volume().egress().bytes()))
        .toList();
  }
}
