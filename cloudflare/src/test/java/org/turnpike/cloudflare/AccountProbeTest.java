package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.tenant.AccountProbe.Answer;
import org.turnpike.tenant.AccountProbe.Outcome;
import org.turnpike.tenant.CloudflareAccount;

class AccountProbeTest {
  private final TestClock clock = new TestClock();
  private final Client client = new Client(clock);
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void good_tokens_are_ok_and_nothing_is_changed() {
    assertThat(probe(SampleAccount.usual())).isEqualTo(new Outcome(Answer.OK, Answer.OK));
    assertThat(cloudflare.calls("keys.create")).isZero();
  }

  @Test
  void a_token_nobody_knows_is_refused() {
    assertThat(probe(SampleAccount.usual().withApiToken("unknown")))
        .isEqualTo(new Outcome(Answer.REFUSED, Answer.OK));
    assertThat(probe(SampleAccount.usual().withAnalyticsToken("unknown")))
        .isEqualTo(new Outcome(Answer.OK, Answer.REFUSED));
  }

  @Test
  void a_token_for_something_else_is_refused() {
    assertThat(probe(SampleAccount.usual().withApiToken(SampleAccount.ANALYTICS_TOKEN)))
        .isEqualTo(new Outcome(Answer.REFUSED, Answer.OK));
    assertThat(probe(SampleAccount.usual().withAnalyticsToken(SampleAccount.API_TOKEN)))
        .isEqualTo(new Outcome(Answer.OK, Answer.REFUSED));
  }

  @Test
  void a_refusal_inside_a_200_is_one() {
    AnalyticsRules usual = AnalyticsRules.DEFAULT;
    AnalyticsRules inside200 = new AnalyticsRules(usual.settling(), usual.limits(), true);
    try (SimulatedCloudflare other = SimulatedCloudflare.start(clock, inside200)) {
      CloudflareAccount account =
          SampleAccount.usual().withAnalyticsToken(SampleAccount.API_TOKEN).at(other.url());

      assertThat(client.probe.probe(account).analytics()).isEqualTo(Answer.REFUSED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429", "5xx", "hang", "truncated", "rubbish"})
  void trouble_at_cloudflare_says_nothing_of_the_tokens(String kind) {
    cloudflare.fault("{\"kind\": \"%s\", \"millis\": 200}".formatted(kind));

    assertThat(probe(SampleAccount.usual()))
        .isEqualTo(new Outcome(Answer.UNREACHABLE, Answer.UNREACHABLE));
  }

  @Test
  void nobody_there_is_unreachable() {
    cloudflare.close();

    assertThat(probe(SampleAccount.usual()))
        .isEqualTo(new Outcome(Answer.UNREACHABLE, Answer.UNREACHABLE));
  }

  private Outcome probe(SampleAccount sample) {
    return client.probe.probe(sample.at(cloudflare.url()));
  }
}
