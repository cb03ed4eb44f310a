package org.turnpike.simulator.fault;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.simulator.http.Delivery;
import org.turnpike.simulator.http.Exchange;
import org.turnpike.simulator.http.Interceptor;
import org.turnpike.simulator.http.Pause;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/**
 * Plays faults on the calls they strike. Where a right answer is sent badly, the call has happened;
 * where another answer replaces it, it has not, except for rubbish.
 */
public final class FaultyFront implements Interceptor {

  private static final long HANG_MILLIS = 60_000;
  private static final long TRICKLE_MILLIS = 200;

  private final Faults faults;

  public FaultyFront(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Exchange around(Route route, Request request, Pause pause) {
    pause.hold(faults.latency(route, request));
    Optional<Fault> fault = faults.strike(route, request);
    return fault.isPresent()
        ? struck(fault.get(), route, request)
        : Exchange.of(route.handler().handle(request));
  }

  private static Exchange struck(Fault fault, Route route, Request request) {
    return switch (fault.kind()) {
      case TOO_MANY_REQUESTS -> Exchange.of(tooMany(fault));
      case SERVER_ERROR -> Exchange.of(serverError(fault));
      case GRAPHQL_ERRORS -> Exchange.of(graphqlErrors());
      case HANG -> new Exchange(Reply.empty(200), Delivery.hang(fault.time(HANG_MILLIS)));
      case LATE_ANSWER ->
          new Exchange(route.handler().handle(request), Delivery.late(fault.time(0)));
      case TRICKLE ->
          new Exchange(
              route.handler().handle(request), Delivery.trickle(fault.time(TRICKLE_MILLIS)));
      case TRUNCATED -> new Exchange(route.handler().handle(request), Delivery.TRUNCATED);
      case RUBBISH -> Exchange.of(fault.variant().insteadOf(route.handler().handle(request)));
      case LATENCY, LATE, RESTATE ->
          throw new IllegalStateException(fault.kind() + " strikes no single call");
    };
  }

  private static Reply tooMany(Fault fault) {
    Reply reply = Reply.text(429, "error code: 1015");
    return fault.retryAfter() == null ? reply : reply.with("retry-after", fault.retryAfter());
  }

  private static Reply serverError(Fault fault) {
    int status = fault.status() == null ? 503 : fault.status();
    Reply page =
        Reply.text(status, "<html><head><title>" + status + "</title></head></html>")
            .with("Content-Type", "text/html");
    return fault.retryAfter() == null ? page : page.with("retry-after", fault.retryAfter());
  }

  private static Reply graphqlErrors() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", "unable to execute query, please try again later");
    error.put("path", List.of("viewer", "accounts", "0", "callsTurnUsageAdaptiveGroups"));
    error.put("extensions", Map.of("timestamp", Instant.EPOCH.toString()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", null);
    body.put("errors", List.of(error));
    return Reply.json(200, body);
  }
}
