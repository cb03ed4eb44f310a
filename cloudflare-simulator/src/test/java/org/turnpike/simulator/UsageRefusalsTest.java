package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageRefusalsTest extends SimulatorTest {

  private static final String SUM = "sum { egressBytes }";
  private static final String RECENT = "filter: {date_geq: \"2026-11-20\"}";

  private UsageQueries usage;

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 1);
    usage = new UsageQueries(admin, ACCOUNT);
  }

  @Test
  void an_unknown_field_fails() throws IOException {
    assertRefused(
        usage.ask("limit: 1, " + RECENT, "sum { egressbytes }"),
        400,
        "unknown field \"egressbytes\"");
    assertRefused(usage.ask("limit: 1, " + RECENT, "count"), 400, "unknown field \"count\"");
    assertRefused(
        usage.ask("limit: 1, filter: {keyid: \"x\"}", SUM), 400, "error parsing args for");
    assertRefused(
        usage.ask("limit: 1, orderBy: [bytes_DESC], " + RECENT, SUM),
        400,
        "error parsing args for");
    assertRefused(
        usage.ask("limit: 1, filter: {datetime_geq: \"yesterday\"}", SUM),
        400,
        "error parsing args for");
    assertRefused(
        usage.ask("limit: 1, orderBy: [keyId_ASC], " + RECENT, SUM),
        400,
        "error parsing args: orderBy");
  }

  @Test
  void data_older_than_is_kept_is_refused() throws IOException {
    assertThat(usage.ask("limit: 1, filter: {date: \"2026-08-23\"}", SUM).statusCode())
        .isEqualTo(200);
    assertRefused(
        usage.ask("limit: 1, filter: {date: \"2026-08-22\"}", SUM),
        400,
        "cannot request data older than 13w1d, but your query requests data from 13w1d14h ago");
  }

  @Test
  void a_range_over_a_month_is_refused() throws IOException {
    String from = "filter: {datetime_geq: \"2026-10-01T00:00:00Z\", ";
    assertThat(
            usage
                .ask("limit: 1, " + from + "datetime_lt: \"2026-11-01T00:00:00Z\"}", SUM)
                .statusCode())
        .isEqualTo(200);
    assertRefused(
        usage.ask("limit: 1, " + from + "datetime_lt: \"2026-11-01T00:00:01Z\"}", SUM),
        400,
        "cannot request a time range wider than 4w3d, but your query time range spans 4w3d1s");
    assertRefused(usage.ask("limit: 1", SUM), 400, "cannot request a time range wider than 4w3d");
  }

  @Test
  void a_limit_is_required_and_has_a_limit() throws IOException {
    assertThat(usage.ask("limit: 10000, " + RECENT, SUM).statusCode()).isEqualTo(200);
    String most = "limit must be positive number and not greater than 10000";
    assertRefused(usage.ask("limit: 10001, " + RECENT, SUM), 400, most);
    assertRefused(usage.ask("limit: 0, " + RECENT, SUM), 400, most);
    assertRefused(usage.ask(RECENT, SUM), 400, "error parsing args for");
  }

  @Test
  void a_query_has_exactly_one_account_that_its_token_may_read() throws IOException {
    String query =
        "{ viewer { accounts%s { settings { callsTurnUsageAdaptiveGroups { enabled } } } } }";
    String own = "(filter: {accountTag: \"" + ACCOUNT + "\"})";
    assertThat(admin.query(query.formatted(own)).statusCode()).isEqualTo(200);
    assertRefused(admin.query(query.formatted("")), 400, "exactly one account");
    String foreign = "(filter: {accountTag: \"foreign\"})";
    assertRefused(admin.query(query.formatted(foreign)), 403, "not authorized for that account");
    assertRefused(
        anybody.bearer("reader").query(query.formatted(own)),
        403,
        "not authorized for that account");
    assertThat(anybody.bearer("nobody").query(query.formatted(own)).statusCode()).isEqualTo(401);
    assertThat(anybody.query(query.formatted(own)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_body_that_is_no_query_is_refused() throws IOException {
    for (String body : new String[] {"", "{}", "nonsense", "{\"query\": \"{ viewer {\"}"}) {
      HttpResponse<String> reply = admin.post("/client/v4/graphql", body);
      assertThat(reply.statusCode()).as(body).isEqualTo(400);
      assertThat(Caller.json(reply).at("/errors/0/message").isTextual()).as(body).isTrue();
    }
  }

  private static void assertRefused(HttpResponse<String> reply, int status, String message) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    JsonNode body = Caller.json(reply);
    assertThat(body.path("data").isNull()).isTrue();
    assertThat(body.at("/errors/0/message").textValue()).contains(message);
    assertThat(body.at("/errors/0/extensions/timestamp").textValue())
        .isEqualTo("2026-11-22T14:00:00Z");
  }
}
