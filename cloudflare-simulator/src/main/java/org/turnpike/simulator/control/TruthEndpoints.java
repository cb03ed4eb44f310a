package org.turnpike.simulator.control;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.account.Relays;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.traffic.Traffic;
import org.turnpike.simulator.traffic.TrafficSource;

/** What really flowed, and what analytics shows of it: buckets that start in {@code [from, to)}. */
public final class TruthEndpoints {

  private static final int MOST_WINDOWS = 10_000;

  private final Relays relays;
  private final TurnKeys keys;
  private final Clock clock;

  public TruthEndpoints(Relays relays, TurnKeys keys, Clock clock) {
    this.relays = relays;
    this.keys = keys;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.control("GET", "/control/truth", this::truth));
  }

  private Reply truth(Request request) {
    List<TrafficSource> sources = sources(request);
    Instant from = instant(request, "from", null);
    Instant to = instant(request, "to", null);
    Instant asOf = instant(request, "asOf", clock.instant());
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("from", from);
    reply.put("to", to);
    reply.put("asOf", asOf);
    Truth whole = new Truth(from, to);
    List<Truth> windows = windows(request, from, to);
    for (Traffic.View view : Traffic.View.values()) {
      relays.flows(
          sources,
          from,
          to,
          asOf,
          view,
          flow -> {
            whole.add(view, flow);
            if (!windows.isEmpty()) {
              windows.get(whole.windowOf(flow, windows.get(0).length())).add(view, flow);
            }
          });
    }
    reply.putAll(whole.figures());
    if (!windows.isEmpty()) {
      reply.put("windows", windows.stream().map(Truth::shown).toList());
    }
    return Reply.json(200, reply);
  }

  private List<TrafficSource> sources(Request request) {
    if (request.query("accountId").isPresent()) {
      return relays.turn(request.query("accountId").get());
    }
    return request
        .query("keyId")
        .flatMap(keys::findEver)
        .map(relays::source)
        .map(List::of)
        .orElseThrow(() -> new BadRequest("keyId or accountId must name one that was here"));
  }

  private static List<Truth> windows(Request request, Instant from, Instant to) {
    List<Truth> windows = new ArrayList<>();
    if (request.query("window").isPresent()) {
      Duration length = Duration.parse(request.query("window").get());
      if (length.toSeconds() < 1 || Duration.between(from, to).dividedBy(length) > MOST_WINDOWS) {
        throw new BadRequest("window must divide the range into 10,000 at most");
      }
      for (Instant start = from; start.isBefore(to); start = start.plus(length)) {
        windows.add(new Truth(start, start.plus(length)));
      }
    }
    return windows;
  }

  private static Instant instant(Request request, String name, Instant otherwise) {
    try {
      return request.query(name).map(Instant::parse).orElseGet(() -> required(name, otherwise));
    } catch (DateTimeException e) {
      throw new BadRequest(name + " must be an ISO-8601 instant", e);
    }
  }

  private static Instant required(String name, Instant otherwise) {
    if (otherwise == null) {
      throw new BadRequest(name + " is required");
    }
    return otherwise;
  }
}
