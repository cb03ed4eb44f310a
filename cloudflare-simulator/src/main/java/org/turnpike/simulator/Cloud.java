package org.turnpike.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.MintedCredential;
import org.turnpike.simulator.account.MintedCredentials;
import org.turnpike.simulator.account.RelayedUses;
import org.turnpike.simulator.account.Relays;
import org.turnpike.simulator.account.State;
import org.turnpike.simulator.account.StateFile;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.api.RateLimit;
import org.turnpike.simulator.api.SignIn;
import org.turnpike.simulator.control.CallEndpoints;
import org.turnpike.simulator.control.Calls;
import org.turnpike.simulator.control.ClockEndpoints;
import org.turnpike.simulator.control.FaultEndpoints;
import org.turnpike.simulator.control.MovableClock;
import org.turnpike.simulator.control.PlantEndpoints;
import org.turnpike.simulator.control.SharedSecretEndpoint;
import org.turnpike.simulator.control.TruthEndpoints;
import org.turnpike.simulator.fault.Faults;
import org.turnpike.simulator.graphql.Analytics;
import org.turnpike.simulator.graphql.AnalyticsEndpoint;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.traffic.Traffic;
import org.turnpike.simulator.turn.CredentialEndpoints;
import org.turnpike.simulator.turn.CredentialFormat;
import org.turnpike.simulator.turn.KeyHolder;
import org.turnpike.simulator.turn.SharedSecret;
import org.turnpike.simulator.turn.TurnKeyEndpoints;

/** All parts of a simulator, put together. */
final class Cloud {

  private static final Duration LIMIT_WINDOW = Duration.ofMinutes(5);
  private static final int CALLS_A_WINDOW = 1200;
  private static final int QUERIES_A_WINDOW = 300;

  private final SimulatorOptions options;
  private final MovableClock clock;
  private final Accounts accounts;
  private final TurnKeys keys;
  private final MintedCredentials credentials;
  private final RelayedUses uses;
  private final Faults faults;
  private final Relays relays;
  private final SharedSecret sharedSecret;
  private final Calls calls = new Calls();

  Cloud(SimulatorOptions options, StateFile file) throws IOException {
    State before = file.read();
    this.options = options;
    clock = new MovableClock(options.clock());
    accounts = new Accounts(before.accounts(), file::changed);
    keys = new TurnKeys(before.keys(), file::changed, clock);
    credentials = new MintedCredentials(before.credentials(), file::changed, clock);
    uses = new RelayedUses(before.uses(), file::changed);
    faults = new Faults(keys, clock);
    Traffic traffic = new Traffic(options.seed(), options.analytics().settling());
    String secret = options.minting().sharedSecret();
    sharedSecret = secret == null ? null : new SharedSecret(secret);
    // What a real relay carries is planted by whoever reads its log; no call is made up beside it.
    Function<String, List<MintedCredential>> usedByMadeUpCalls =
        secret == null ? credentials::list : key -> List.of();
    relays = new Relays(accounts, keys, usedByMadeUpCalls, uses, traffic, faults::disturbances);
    file.follow(() -> new State(accounts.all(), keys.all(), credentials.all(), uses.all()));
  }

  Faults faults() {
    return faults;
  }

  Calls calls() {
    return calls;
  }

  List<Route> routes() {
    SignIn signIn = new SignIn(accounts, new RateLimit(CALLS_A_WINDOW, LIMIT_WINDOW, clock));
    List<Route> routes = new ArrayList<>(minting().routes());
    routes.addAll(new TurnKeyEndpoints(signIn, keys).routes());
    routes.addAll(analytics(signIn).routes());
    routes.addAll(new PlantEndpoints(accounts, keys, credentials, uses).routes());
    routes.addAll(new FaultEndpoints(faults).routes());
    routes.addAll(new TruthEndpoints(relays, keys, clock).routes());
    routes.addAll(new ClockEndpoints(clock).routes());
    routes.addAll(new CallEndpoints(calls).routes());
    routes.addAll(new SharedSecretEndpoint(sharedSecret).routes());
    return routes;
  }

  private CredentialEndpoints minting() {
    MintingRules rules = options.minting();
    CredentialFormat format =
        sharedSecret == null
            ? CredentialFormat.opaque()
            : CredentialFormat.sharedSecret(sharedSecret, clock);
    return new CredentialEndpoints(
        new KeyHolder(accounts, keys),
        credentials,
        format,
        rules.urls(),
        rules.iceServersKeepIdentifier());
  }

  private AnalyticsEndpoint analytics(SignIn signIn) {
    AnalyticsRules rules = options.analytics();
    return new AnalyticsEndpoint(
        signIn,
        new RateLimit(QUERIES_A_WINDOW, LIMIT_WINDOW, clock),
        new Analytics(accounts, relays, rules.limits(), clock),
        clock,
        rules.errorsInside200());
  }
}
