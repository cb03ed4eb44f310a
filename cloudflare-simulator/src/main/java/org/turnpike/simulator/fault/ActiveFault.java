package org.turnpike.simulator.fault;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** A fault at work, and how often it will strike yet. */
final class ActiveFault {

  private final String id;
  private final Fault fault;
  private final Instant since;
  private final AtomicInteger remaining;

  ActiveFault(String id, Fault fault, Instant since) {
    this.id = id;
    this.fault = fault;
    this.since = since;
    this.remaining = new AtomicInteger(fault.count() == null ? Integer.MAX_VALUE : fault.count());
  }

  Fault fault() {
    return fault;
  }

  Instant since() {
    return since;
  }

  Listed listed() {
    return new Listed(id, since, fault.count() == null ? null : remaining.get(), fault);
  }

  /** Whether it strikes this call; if so, it has one strike less. */
  boolean strikes(Route route, Request request, String accountId) {
    return fault.target().strikes(route.name())
        && concerns(fault.keyId(), request.path("keyId"), request)
        && concerns(fault.accountId(), accountId, request)
        && remaining.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** A GraphQL call names keys and accounts in its body alone. */
  private static boolean concerns(String wanted, String given, Request request) {
    return wanted == null
        || wanted.equals(given)
        || (given == null && request.body().contains(wanted));
  }

  /** How a fault is listed. */
  record Listed(String id, Instant since, Integer remaining, Fault fault) {}
}
