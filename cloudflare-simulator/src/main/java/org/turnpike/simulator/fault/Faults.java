package org.turnpike.simulator.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.turnpike.simulator.account.TurnKey;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.traffic.Delay;
import org.turnpike.simulator.traffic.Disturbances;
import org.turnpike.simulator.traffic.Restatement;

/** The faults at work. */
public final class Faults {

  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final TurnKeys keys;
  private final Clock clock;

  public Faults(TurnKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Object add(Fault fault) {
    ActiveFault one = new ActiveFault("fault-" + ids.incrementAndGet(), fault, clock.instant());
    active.add(one);
    return one.listed();
  }

  public List<?> list() {
    return active.stream().map(ActiveFault::listed).toList();
  }

  /** Heals everything; restated figures go back to what they were. */
  public void clear() {
    active.clear();
  }

  public Disturbances disturbances() {
    return new Disturbances(
        of(FaultKind.RESTATE)
            .map(
                one ->
                    new Restatement(
                        one.fault().keyId(),
                        one.fault().from(),
                        one.fault().to(),
                        one.fault().percent(),
                        one.since()))
            .toList(),
        of(FaultKind.LATE)
            .map(one -> new Delay(one.fault().keyId(), Duration.ofMinutes(one.fault().minutes())))
            .toList());
  }

  /** Every latency that strikes this call, added up. */
  Duration latency(Route route, Request request) {
    return of(FaultKind.LATENCY)
        .filter(one -> one.strikes(route, request, accountId(request)))
        .map(one -> one.fault().time(0))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The oldest other fault that strikes this call. */
  Optional<Fault> strike(Route route, Request request) {
    return active.stream()
        .filter(one -> one.fault().kind() != FaultKind.LATENCY)
        .filter(one -> !one.fault().kind().isOfFigures())
        .filter(one -> one.strikes(route, request, accountId(request)))
        .map(ActiveFault::fault)
        .findFirst();
  }

  private Stream<ActiveFault> of(FaultKind kind) {
    return active.stream().filter(one -> one.fault().kind() == kind);
  }

  private String accountId(Request request) {
    String keyId = request.path("keyId");
    return request.path("accountId") != null || keyId == null
        ? request.path("accountId")
        : keys.findEver(keyId).map(TurnKey::accountId).orElse(null);
  }
}
