package org.turnpike.simulator;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.MintedCredentials;
import org.turnpike.simulator.account.Relays;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.api.RateLimit;
import org.turnpike.simulator.api.SignIn;
import org.turnpike.simulator.control.CallEndpoints;
import org.turnpike.simulator.control.Calls;
import org.turnpike.simulator.control.PlantEndpoints;
import org.turnpike.simulator.graphql.Analytics;
import org.turnpike.simulator.graphql.AnalyticsEndpoint;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Exchange;
import org.turnpike.simulator.http.HttpFront;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.traffic.Disturbances;
import org.turnpike.simulator.traffic.Traffic;
import org.turnpike.simulator.turn.CredentialEndpoints;
import org.turnpike.simulator.turn.CredentialFormat;
import org.turnpike.simulator.turn.KeyHolder;
import org.turnpike.simulator.turn.TurnKeyEndpoints;

/**
 * A running simulator: Cloudflare's APIs on one loopback port, and {@code /control} beside them.
 */
public final class CloudflareSimulator implements AutoCloseable {

  private static final Duration LIMIT_WINDOW = Duration.ofMinutes(5);
  private static final int CALLS_A_WINDOW = 1200;
  private static final int QUERIES_A_WINDOW = 300;

  private final HttpFront front;

  private CloudflareSimulator(HttpFront front) {
    this.front = front;
  }

  public static CloudflareSimulator start() throws IOException {
    return start(SimulatorOptions.defaults());
  }

  public static CloudflareSimulator start(SimulatorOptions options) throws IOException {
    Clock clock = options.clock();
    Accounts accounts = new Accounts();
    TurnKeys keys = new TurnKeys(clock);
    MintedCredentials credentials = new MintedCredentials(clock);
    Calls calls = new Calls();
    Relays relays =
        new Relays(
            accounts,
            keys,
            credentials,
            new Traffic(options.seed(), options.settling()),
            () -> Disturbances.NONE);
    SignIn signIn = new SignIn(accounts, new RateLimit(CALLS_A_WINDOW, LIMIT_WINDOW, clock));
    CredentialFormat format =
        options.sharedSecret() == null
            ? CredentialFormat.opaque()
            : CredentialFormat.sharedSecret(options.sharedSecret(), clock);
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new CredentialEndpoints(
                new KeyHolder(accounts, keys), credentials, format, options.iceUrls())
            .routes());
    routes.addAll(new TurnKeyEndpoints(signIn, keys).routes());
    routes.addAll(
        new AnalyticsEndpoint(
                signIn,
                new RateLimit(QUERIES_A_WINDOW, LIMIT_WINDOW, clock),
                new Analytics(accounts, relays, options.limits(), clock),
                clock,
                options.errorsInside200())
            .routes());
    routes.addAll(new PlantEndpoints(accounts, keys, credentials).routes());
    routes.addAll(new CallEndpoints(calls).routes());
    return new CloudflareSimulator(
        HttpFront.open(
            options.port(), routes, (route, request, pause) -> answer(route, request, calls)));
  }

  private static Exchange answer(Route route, Request request, Calls calls) {
    calls.count(route.name());
    try {
      return Exchange.of(route.handler().handle(request));
    } catch (BadRequest e) {
      return Exchange.of(Reply.json(400, Map.of("error", e.getMessage())));
    }
  }

  /** Where it listens; {@code /v1} and {@code /client/v4} below it are Cloudflare's two hosts. */
  public URI baseUrl() {
    return front.baseUrl();
  }

  @Override
  public void close() {
    front.close();
  }
}
