package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Asks {@code callsTurnUsageAdaptiveGroups} the short way. */
final class UsageQueries {

  private final Caller caller;
  private final String account;

  UsageQueries(Caller caller, String account) {
    this.caller = caller;
    this.account = account;
  }

  /** The rows of a query that must succeed. */
  JsonNode rows(String arguments, String selection) throws IOException {
    HttpResponse<String> reply = ask(arguments, selection);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    JsonNode body = Caller.json(reply);
    assertThat(body.path("errors").isNull()).as(reply.body()).isTrue();
    return body.at("/data/viewer/accounts/0/callsTurnUsageAdaptiveGroups");
  }

  /** The single sum of a filter, 0 without rows. */
  long egress(String filter) throws IOException {
    JsonNode rows = rows("limit: 1, filter: {" + filter + "}", "sum { egressBytes }");
    return rows.at("/0/sum/egressBytes").asLong();
  }

  /** The sum over all rows of a grouping, each of which counts once. */
  long egressBy(String dimensions, String filter) throws IOException {
    JsonNode rows =
        rows(
            "limit: 10000, filter: {" + filter + "}",
            "sum { egressBytes } dimensions { " + dimensions + " }");
    assertThat(rows.size()).isBetween(2, 9999);
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.at("/sum/egressBytes").longValue();
    }
    return sum;
  }

  HttpResponse<String> ask(String arguments, String selection) throws IOException {
    return caller.query(
        "{ viewer { accounts(filter: {accountTag: \"%s\"}) { callsTurnUsageAdaptiveGroups(%s) { %s } } } }"
            .formatted(account, arguments, selection));
  }
}
