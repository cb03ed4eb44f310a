package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RateLimitsTest extends SimulatorTest {

  @Test
  void the_1201st_call_of_five_minutes_shuts_the_token_out_for_five_more() throws IOException {
    for (int i = 0; i < 1200; i++) {
      assertThat(admin.get(KEYS).statusCode()).isEqualTo(200);
    }
    moveTo("2026-11-22T14:04:00Z");

    HttpResponse<String> refused = admin.get(KEYS);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).hasValue("300");
    assertThat(refused.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
    assertThat(Caller.json(refused).at("/errors/0/code").intValue()).isEqualTo(971);
    assertThat(anybody.bearer("reader").get(KEYS).statusCode()).isEqualTo(200);
    moveTo("2026-11-22T14:08:59Z");
    assertThat(admin.get(KEYS).headers().firstValue("retry-after")).hasValue("1");
    moveTo("2026-11-22T14:09:00Z");
    assertThat(admin.get(KEYS).statusCode()).isEqualTo(200);
  }

  @Test
  void the_301st_query_of_five_minutes_is_refused() throws IOException {
    for (int i = 0; i < 300; i++) {
      assertThat(query().statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = query();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).hasValue("300");
    assertThat(Caller.json(refused).at("/errors/0/message").textValue())
        .isEqualTo("rate limiter budget depleted, try again after 5 minutes");
    assertThat(admin.get(KEYS).statusCode()).isEqualTo(200);
    moveTo("2026-11-22T14:05:00Z");
    assertThat(query().statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> query() throws IOException {
    return admin.query("{ viewer { __typename } }");
  }
}
