package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic under usernames that a test chooses. */
class PlantedUseTest extends SimulatorTest {
  private static final String DAY = "date: \"2026-11-22\"";
  private static final String TEN = "datetimeHour: \"2026-11-22T10:00:00Z\"";

  @TempDir Path folder;
  private UsageQueries usage;

  @Override
  SimulatorOptions options() {
    return super.options().withStateFile(folder.resolve("state.json"));
  }

  @BeforeEach
  void plant() throws IOException {
    usage = new UsageQueries(admin, ACCOUNT);
    control(
        "/control/keys",
        """
        {"accountId": "%s", "name": "planted", "uid": "%s", "monthlyGigabytes": 100,
         "createdAt": "2026-08-01T00:00:00Z", "nameless": true}
        """
            .formatted(ACCOUNT, PLANTED));
  }

  @Test
  void it_is_found_by_its_username_hour_by_hour_to_the_byte() throws IOException {
    use("nobody's", "2026-11-22T09:30:00Z", "2026-11-22T11:00:00Z", 18_000_001, 5_400);

    JsonNode rows =
        usage.rows(
            "limit: 10, orderBy: [datetimeHour_ASC], filter: {username: \"nobody's\", date: \"2026-11-22\"}",
            "sum { egressBytes ingressBytes } dimensions { datetimeHour username }");

    assertThat(rows.findValuesAsText("egressBytes")).containsExactly("6000001", "12000000");
    assertThat(rows.findValuesAsText("ingressBytes")).containsExactly("1800", "3600");
    assertThat(rows.findValuesAsText("username")).containsOnly("nobody's");
  }

  @Test
  void it_is_part_of_every_total_and_the_rest_of_a_nameless_key_has_no_username()
      throws IOException {
    long before = usage.egress("keyId: \"" + PLANTED + "\", " + TEN);
    use("nobody's", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z", 7_000, 0);

    assertThat(before).isPositive();
    assertThat(usage.egress("username: \"\", " + TEN)).isEqualTo(before);
    assertThat(usage.egress("keyId: \"" + PLANTED + "\", " + TEN)).isEqualTo(before + 7_000);
    assertThat(usage.egressBy("username", TEN)).isEqualTo(before + 7_000);
    JsonNode truth =
        Caller.json(
            anybody.get(
                "/control/truth?keyId=%s&from=2026-11-22T10:00:00Z&to=2026-11-22T11:00:00Z"
                    .formatted(PLANTED)));
    assertThat(truth.path("egressBytes").longValue()).isEqualTo(before + 7_000);
  }

  @Test
  void a_revoked_credential_may_go_on() throws IOException {
    JsonNode key = Caller.json(admin.post(KEYS, "{\"name\": \"new\"}")).path("result");
    String uid = key.path("uid").textValue();
    Caller holder = anybody.bearer(key.path("key").textValue());
    String username =
        Caller.json(holder.post(mintPath(uid), "{\"ttl\": 60}"))
            .at("/iceServers/1/username")
            .textValue();
    holder.post("/v1/turn/keys/" + uid + "/credentials/" + username + "/revoke", "");
    control(
        "/control/uses",
        """
        {"keyId": "%s", "username": "%s", "from": "2026-11-22T20:00:00Z",
         "to": "2026-11-22T20:05:00Z", "egressBytes": 5, "ingressBytes": 1}
        """
            .formatted(uid, username));
    assertThat(usage.egress(DAY + ", username: \"" + username + "\"")).as("not yet").isZero();
    moveTo("2026-11-22T23:00:00Z");

    assertThat(usage.egress(DAY + ", username: \"" + username + "\"")).isEqualTo(5);
  }

  @Test
  void it_survives_a_restart() throws IOException {
    use("nobody's", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z", 7_000, 0);

    simulator.close();
    simulator = CloudflareSimulator.start(options());
    UsageQueries again = new UsageQueries(Caller.of(simulator).bearer("admin-token"), ACCOUNT);

    assertThat(again.egress(DAY + ", username: \"nobody's\"")).isEqualTo(7_000);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:01:00Z, 2026-11-22T11:00:00Z, 1",
    "2026-11-22T11:00:00Z, 2026-11-22T11:00:00Z, 1",
    "2026-11-22T10:00:00Z, 2026-11-22T11:00:00Z, -1",
    ", 2026-11-22T11:00:00Z, 1",
  })
  void what_cannot_have_flowed_is_refused(String from, String to, long egress) throws IOException {
    assertThat(anybody.post("/control/uses", body("u", from, to, egress, 0)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void and_so_is_a_key_that_never_was() throws IOException {
    String body =
        body("u", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z", 1, 0).replace(PLANTED, "none");

    assertThat(anybody.post("/control/uses", body).statusCode()).isEqualTo(400);
  }

  private void use(String username, String from, String to, long egress, long ingress)
      throws IOException {
    control("/control/uses", body(username, from, to, egress, ingress));
  }

  private static String body(String username, String from, String to, long egress, long ingress) {
    String start = from == null ? "null" : "\"" + from + "\"";
    return """
        {"keyId": "%s", "username": "%s", "from": %s, "to": "%s",
         "egressBytes": %d, "ingressBytes": %d}
        """
        .formatted(PLANTED, username, start, to, egress, ingress);
  }
}
