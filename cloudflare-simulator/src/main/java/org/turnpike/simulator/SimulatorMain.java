package org.turnpike.simulator;

import java.io.IOException;

/** Runs the simulator until the process ends; see {@link CommandLine} for its options. */
public final class SimulatorMain {

  private static final int WRONG_USAGE = 2;

  private SimulatorMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    SimulatorOptions options;
    try {
      options = new CommandLine(arguments, System.getenv()).options();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
      return;
    }
    CloudflareSimulator simulator = CloudflareSimulator.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "cloudflare-simulator-end"));
    System.out.println("Cloudflare simulator ready at " + simulator.baseUrl());
    Thread.currentThread().join();
  }
}
