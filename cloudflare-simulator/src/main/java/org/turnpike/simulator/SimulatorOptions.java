package org.turnpike.simulator;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How a simulator behaves.
 *
 * @param port 0 for any free one
 * @param seed of the traffic
 * @param clock what it takes for now, until a control call moves it
 * @param stateFile keeps accounts, keys and credentials over a restart; null: nothing is kept
 */
public record SimulatorOptions(
    int port,
    long seed,
    Clock clock,
    Path stateFile,
    MintingRules minting,
    AnalyticsRules analytics) {

  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        0, 1, Clock.systemUTC(), null, MintingRules.DEFAULT, AnalyticsRules.DEFAULT);
  }

  public SimulatorOptions withPort(int other) {
    return new SimulatorOptions(other, seed, clock, stateFile, minting, analytics);
  }

  public SimulatorOptions withSeed(long other) {
    return new SimulatorOptions(port, other, clock, stateFile, minting, analytics);
  }

  public SimulatorOptions withClock(Clock other) {
    return new SimulatorOptions(port, seed, other, stateFile, minting, analytics);
  }

  public SimulatorOptions withStateFile(Path other) {
    return new SimulatorOptions(port, seed, clock, other, minting, analytics);
  }

  public SimulatorOptions withMinting(MintingRules other) {
    return new SimulatorOptions(port, seed, clock, stateFile, other, analytics);
  }

  public SimulatorOptions withAnalytics(AnalyticsRules other) {
    return new SimulatorOptions(port, seed, clock, stateFile, minting, other);
  }
}
