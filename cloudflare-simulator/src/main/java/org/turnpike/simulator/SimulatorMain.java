package org.turnpike.simulator;

import java.io.IOException;

/** Runs the simulator until the process ends. */
public final class SimulatorMain {

  private SimulatorMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (CloudflareSimulator simulator = CloudflareSimulator.start()) {
      System.out.println("Cloudflare simulator ready at " + simulator.baseUrl());
      Thread.currentThread().join();
    }
  }
}
