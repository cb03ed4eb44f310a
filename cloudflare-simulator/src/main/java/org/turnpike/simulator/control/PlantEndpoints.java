package org.turnpike.simulator.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.simulator.account.Account;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.MintedCredentials;
import org.turnpike.simulator.account.RelayedUses;
import org.turnpike.simulator.account.TurnKey;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.traffic.RelayedUse;
import org.turnpike.simulator.traffic.TrafficProfile;

/** Puts accounts, keys and traffic in place, and shows what was minted. */
public final class PlantEndpoints {

  private static final long GIGABYTE = 1_000_000_000L;

  private final Accounts accounts;
  private final TurnKeys keys;
  private final MintedCredentials credentials;
  private final RelayedUses uses;

  public PlantEndpoints(
      Accounts accounts, TurnKeys keys, MintedCredentials credentials, RelayedUses uses) {
    this.accounts = accounts;
    this.keys = keys;
    this.credentials = credentials;
    this.uses = uses;
  }

  /** A key to plant: what is absent is made up, except a history. */
  record PlantedKey(
      String accountId,
      String name,
      String uid,
      String secret,
      Long monthlyGigabytes,
      Instant createdAt,
      List<String> identifiers,
      boolean nameless) {

    /** What is absent here stays as it was there. */
    PlantedKey over(TurnKey before) {
      return new PlantedKey(
          accountId,
          name == null ? before.name() : name,
          uid,
          secret == null ? before.secret() : secret,
          monthlyGigabytes,
          createdAt == null ? before.created() : createdAt,
          identifiers,
          nameless);
    }

    TrafficProfile profile() {
      return new TrafficProfile(
          Math.multiplyExact(monthlyGigabytes, GIGABYTE), identifiers, nameless);
    }

    @Override
    public String toString() {
      return "PlantedKey[" + name + "]";
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.control("POST", "/control/accounts", this::account),
        Route.control("POST", "/control/keys", this::key),
        Route.control("POST", "/control/uses", this::use),
        Route.control("GET", "/control/credentials", this::minted));
  }

  private Reply account(Request request) {
    Account account = request.json(Account.class);
    accounts.plant(account);
    return Reply.json(201, Map.of("accountId", account.accountId()));
  }

  private Reply key(Request request) {
    PlantedKey planted = request.json(PlantedKey.class);
    if (planted.accountId() == null || accounts.find(planted.accountId()).isEmpty()) {
      throw new BadRequest("accountId must be that of a planted account");
    }
    Optional<TurnKey> before = Optional.ofNullable(planted.uid()).flatMap(keys::findEver);
    PlantedKey whole = before.map(planted::over).orElse(planted);
    TurnKey key =
        keys.plant(
            whole.accountId(),
            whole.name(),
            whole.uid(),
            whole.secret(),
            whole.createdAt(),
            whole.monthlyGigabytes() == null
                ? before.map(TurnKey::profile).orElse(null)
                : whole.profile());
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("uid", key.uid());
    reply.put("name", key.name());
    reply.put("secret", key.secret());
    reply.put("createdAt", key.created());
    return Reply.json(201, reply);
  }

  private Reply use(Request request) {
    RelayedUse use = request.json(RelayedUse.class);
    if (keys.findEver(use.keyId()).isEmpty()) {
      throw new BadRequest("keyId must be that of a key that was here");
    }
    uses.add(use);
    return Reply.json(201, use);
  }

  private Reply minted(Request request) {
    String keyId = request.query("keyId").orElseThrow(() -> new BadRequest("keyId is required"));
    return Reply.json(200, Map.of("credentials", credentials.list(keyId)));
  }
}
