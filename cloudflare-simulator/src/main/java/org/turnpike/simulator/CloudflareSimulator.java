package org.turnpike.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.turnpike.simulator.account.StateFile;
import org.turnpike.simulator.control.Calls;
import org.turnpike.simulator.fault.FaultyFront;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Exchange;
import org.turnpike.simulator.http.HttpFront;
import org.turnpike.simulator.http.Interceptor;
import org.turnpike.simulator.http.Json;
import org.turnpike.simulator.http.Reply;

/**
 * A running simulator: Cloudflare's two hosts on one loopback port, at {@code /client/v4} and
 * {@code /v1}, and {@code /control} beside them.
 */
public final class CloudflareSimulator implements AutoCloseable {

  private final HttpFront front;
  private final StateFile file;

  private CloudflareSimulator(HttpFront front, StateFile file) {
    this.front = front;
    this.file = file;
  }

  /** Starts on a free port, with all defaults and nothing kept. */
  public static CloudflareSimulator start() throws IOException {
    return start(SimulatorOptions.defaults());
  }

  /**
   * Starts, and listens when this returns.
   *
   * @throws IOException when the port is taken or the state file cannot be read
   */
  public static CloudflareSimulator start(SimulatorOptions options) throws IOException {
    StateFile file = new StateFile(options.stateFile(), Json.mapper());
    Cloud cloud = new Cloud(options, file);
    return new CloudflareSimulator(
        HttpFront.open(options.port(), cloud.routes(), counted(cloud)), file);
  }

  private static Interceptor counted(Cloud cloud) {
    Calls calls = cloud.calls();
    FaultyFront faulty = new FaultyFront(cloud.faults());
    return (route, request, pause) -> {
      try {
        if (route.isControl()) {
          return Exchange.of(route.handler().handle(request));
        }
        calls.count(route.name());
        return faulty.around(route, request, pause);
      } catch (BadRequest e) {
        return Exchange.of(Reply.json(400, Map.of("error", e.getMessage())));
      }
    };
  }

  /** Such as {@code http://127.0.0.1:40213}. */
  public URI baseUrl() {
    return front.baseUrl();
  }

  /** What the product calls {@code apiUrl}. */
  public URI apiUrl() {
    return URI.create(baseUrl() + "/client/v4");
  }

  /** What the product calls {@code rtcUrl}. */
  public URI rtcUrl() {
    return URI.create(baseUrl() + "/v1");
  }

  /** Stops listening, ends what hangs, and writes the state file. */
  @Override
  public void close() {
    front.close();
    file.close();
  }
}
