package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

/** A day of meetings, then Cloudflare is away for as long as it once really was: 40.7 h. */
class LongOutageTest {
  private static final int MANY = 10_000;
  private static final int PEOPLE = 72;
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration OUTAGE = Duration.ofMinutes(2442);
  private static final Duration ACTIVE_LATELY = Duration.ofHours(6);
  private static final Duration LEAST_LIFE = Duration.ofMinutes(10);
  private static final TimeToLive LONGEST = new TimeToLive(TimeToLive.MOST);

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);
  private final FillReserve filling = IssuingSamples.fillReserve(world);
  private final Instant start = world.clock().instant();
  private int answers;

  @BeforeEach
  void a_turn_key_mints() {
    world.samples.turnKey(acme);
  }

  @Test
  void over_a_day_of_asking_every_five_minutes_few_calls_go_to_cloudflare() {
    while (isBefore(DAY)) {
      for (int person = 0; person < MANY; person++) {
        ask(person);
      }
      filling.fill();
      pass();
    }
    assertThat(answers).isEqualTo(MANY * 288);
    assertThat(world.issuer.live().size() / (double) answers)
        .as("calls for an answer, those that fill the reserve among them")
        .isLessThanOrEqualTo(0.015);
  }

  @Test
  void whoever_was_there_in_the_six_hours_before_is_served_until_it_is_over() {
    while (isBefore(DAY)) {
      for (int person = 0; person < PEOPLE; person++) {
        if (isBefore(leaving(person))) {
          ask(person);
        }
      }
      pass();
    }
    world.issuer.failMintingWith(new Unavailable("Away.", Duration.ofSeconds(2)));
    Instant end = world.clock().instant().plus(OUTAGE);
    while (!world.clock().instant().isAfter(end)) {
      for (int person = 0; person < PEOPLE; person++) {
        assertThat(ask(person).ttl()).isGreaterThanOrEqualTo(LEAST_LIFE);
      }
      pass();
    }
  }

  /** One left six hours before, one five minutes before, the others in between. */
  private static Duration leaving(int person) {
    return DAY.minus(ACTIVE_LATELY).plus(EVERY.multipliedBy(person + 1));
  }

  private boolean isBefore(Duration sinceStart) {
    return world.clock().instant().isBefore(start.plus(sinceStart));
  }

  private void pass() {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(EVERY) < 0;
        passed = passed.plusMinutes(1)) {
      world.clock().advance(Duration.ofMinutes(1));
      renew();
    }
  }

  private void renew() {
    try {
      issue.renewDue();
    } catch (Unavailable away) {
      assertThat(away).hasMessage("Away.");
    }
  }

  private IssueCredentials.Issued ask(int person) {
    answers++;
    return issue.issue(apiKey, "192.0.2.1", LONGEST, new CustomIdentifier("person " + person));
  }
}
