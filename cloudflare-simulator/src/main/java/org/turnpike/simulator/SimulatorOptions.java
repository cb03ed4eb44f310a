package org.turnpike.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.simulator.traffic.Settling;
import org.turnpike.simulator.turn.IceUrls;

/**
 * How a simulator behaves.
 *
 * @param port 0 for any free one
 * @param seed of the traffic
 * @param clock what it takes for now, until a control call moves it
 * @param stateFile keeps accounts, keys and credentials over a restart; null: nothing is kept
 * @param settling when figures show and when they are final
 * @param limits of the analytics datasets
 * @param iceUrls what minted credentials are good for
 * @param sharedSecret coturn's {@code static-auth-secret}; null: opaque credentials
 * @param errorsInside200 GraphQL refusals have status 200
 */
public record SimulatorOptions(
    int port,
    long seed,
    Clock clock,
    Path stateFile,
    Settling settling,
    DatasetLimits limits,
    IceUrls iceUrls,
    String sharedSecret,
    boolean errorsInside200) {

  private static final Settling AS_DOCUMENTED =
      new Settling(Duration.ofSeconds(30), Duration.ofHours(2));

  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        0,
        1,
        Clock.systemUTC(),
        null,
        AS_DOCUMENTED,
        DatasetLimits.DEFAULT,
        IceUrls.withPort53(),
        null,
        false);
  }

  public SimulatorOptions withPort(int other) {
    return new SimulatorOptions(
        other, seed, clock, stateFile, settling, limits, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withSeed(long other) {
    return new SimulatorOptions(
        port, other, clock, stateFile, settling, limits, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(
        port, seed, other, stateFile, settling, limits, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withStateFile(Path other) {
    return new SimulatorOptions(
        port, seed, clock, other, settling, limits, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withSettling(Settling other) {
    return new SimulatorOptions(
        port, seed, clock, stateFile, other, limits, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withLimits(DatasetLimits other) {
    return new SimulatorOptions(
        port, seed, clock, stateFile, settling, other, iceUrls, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withIceUrls(IceUrls other) {
    return new SimulatorOptions(
        port, seed, clock, stateFile, settling, limits, other, sharedSecret, errorsInside200);
  }

  public SimulatorOptions withSharedSecret(String other) {
    return new SimulatorOptions(
        port, seed, clock, stateFile, settling, limits, iceUrls, other, errorsInside200);
  }

  public SimulatorOptions withErrorsInside200(boolean other) {
    return new SimulatorOptions(
        port, seed, clock, stateFile, settling, limits, iceUrls, sharedSecret, other);
  }

  @Override
  public String toString() {
    return "SimulatorOptions[port=" + port + ", seed=" + seed + "]";
  }
}
