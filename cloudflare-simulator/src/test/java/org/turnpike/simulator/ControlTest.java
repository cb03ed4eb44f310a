package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ControlTest extends SimulatorTest {

  @Test
  void calls_are_counted_by_endpoint_until_reset() throws IOException {
    plantKey(PLANTED, 0);
    admin.get(KEYS);
    admin.get(KEYS);
    anybody.bearer("wrong").post(mintPath(PLANTED), "{}");

    JsonNode calls = Caller.json(anybody.get("/control/calls")).path("calls");
    assertThat(calls.path("keys.list").intValue()).isEqualTo(2);
    assertThat(calls.path("mint.generateIceServers").intValue()).isEqualTo(1);
    assertThat(calls).hasSize(2);

    assertThat(anybody.delete("/control/calls").statusCode()).isEqualTo(204);
    assertThat(Caller.json(anybody.get("/control/calls")).path("calls")).isEmpty();
  }

  @Test
  void time_moves_stops_and_goes_back() throws IOException {
    control("/control/clock", "{\"offset\": \"PT2H\"}");
    assertThat(instant()).isEqualTo("2026-11-22T16:00:00Z");
    control("/control/clock", "{\"instant\": \"2027-01-01T00:00:00Z\", \"frozen\": true}");
    control("/control/clock", "{\"offset\": \"PT1M\"}");
    assertThat(instant()).isEqualTo("2027-01-01T00:01:00Z");
    control("/control/clock", "{\"frozen\": false}");
    assertThat(instant()).isEqualTo("2027-01-01T00:01:00Z");
    anybody.delete("/control/clock");
    assertThat(instant()).isEqualTo("2026-11-22T14:00:00Z");
  }

  @Test
  void a_planted_key_is_like_any_other() throws IOException {
    plantKey(PLANTED, 1);

    JsonNode key = Caller.json(admin.get(KEYS + "/" + PLANTED)).path("result");

    assertThat(key.path("name").textValue()).isEqualTo("planted");
    assertThat(key.path("created").textValue()).isEqualTo("2026-08-01T00:00:00Z");
  }

  @Test
  void a_key_that_is_there_can_be_given_a_history() throws IOException {
    JsonNode created = Caller.json(admin.post(KEYS, "{\"name\": \"new\"}")).path("result");
    String uid = created.path("uid").textValue();
    control(
        "/control/keys",
        """
        {"accountId": "%s", "uid": "%s", "monthlyGigabytes": 1000, "createdAt": "2026-09-01T00:00:00Z"}
        """
            .formatted(ACCOUNT, uid));

    assertThat(new UsageQueries(admin, ACCOUNT).egress("date: \"2026-10-06\"")).isPositive();
    Caller holder = anybody.bearer(created.path("key").textValue());
    assertThat(holder.post(mintPath(uid), "{}").statusCode()).isEqualTo(201);
    assertThat(admin.get(KEYS + "/" + uid).body()).contains("\"new\"");
  }

  @Test
  void mistakes_in_control_calls_are_told() throws IOException {
    assertThat(anybody.post("/control/keys", "{\"accountId\": \"none\"}").statusCode())
        .isEqualTo(400);
    assertThat(anybody.post("/control/accounts", "{\"unknown\": 1}").statusCode()).isEqualTo(400);
    assertThat(anybody.post("/control/clock", "{\"instant\": \"noon\"}").statusCode())
        .isEqualTo(400);
    assertThat(anybody.get("/control/nothing").statusCode()).isEqualTo(404);
    assertThat(anybody.put("/control/clock", "{}").statusCode()).isEqualTo(405);
    assertThat(anybody.post("/control/clock", "x".repeat(1 << 21)).statusCode()).isEqualTo(413);
  }

  private String instant() throws IOException {
    return Caller.json(anybody.get("/control/clock")).path("instant").textValue();
  }
}
