package org.turnpike.simulator.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.turnpike.simulator.account.Account;
import org.turnpike.simulator.account.Permission;
import org.turnpike.simulator.account.TurnKey;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.api.Envelope;
import org.turnpike.simulator.api.SignIn;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Refused;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** {@code /accounts/{account_id}/calls/turn_keys}. */
public final class TurnKeyEndpoints {

  private static final String KEYS = "/client/v4/accounts/{accountId}/calls/turn_keys";
  private static final String KEY = KEYS + "/{keyId}";

  private final SignIn signIn;
  private final TurnKeys keys;

  public TurnKeyEndpoints(SignIn signIn, TurnKeys keys) {
    this.signIn = signIn;
    this.keys = keys;
  }

  public List<Route> routes() {
    return List.of(
        route("keys.list", "GET", KEYS, Permission.CALLS_READ, this::list),
        route("keys.create", "POST", KEYS, Permission.CALLS_WRITE, this::create),
        route("keys.get", "GET", KEY, Permission.CALLS_READ, this::get),
        route("keys.update", "PUT", KEY, Permission.CALLS_WRITE, this::update),
        route("keys.delete", "DELETE", KEY, Permission.CALLS_WRITE, this::delete));
  }

  private Route route(
      String name,
      String method,
      String path,
      Permission permission,
      BiFunction<Request, Account, Reply> handler) {
    return new Route(
        name,
        method,
        path,
        request ->
            signIn.answer(
                request,
                (signed, token) -> {
                  Account account = signIn.account(signed.path("accountId"), token, permission);
                  return handler.apply(signed, account);
                }));
  }

  private Reply list(Request request, Account account) {
    return Envelope.success(
        200, keys.list(account.accountId()).stream().map(key -> shown(key, false)).toList());
  }

  private Reply create(Request request, Account account) {
    return keys.create(account.accountId(), name(request))
        .map(key -> Envelope.success(201, shown(key, true)))
        .orElseGet(
            () ->
                Envelope.failure(
                    400,
                    1004,
                    "The account has its " + TurnKeys.MOST_OF_AN_ACCOUNT + " TURN keys"));
  }

  private Reply get(Request request, Account account) {
    return Envelope.success(200, shown(key(request, account), false));
  }

  private Reply update(Request request, Account account) {
    TurnKey key = key(request, account);
    return Envelope.success(200, shown(keys.rename(key, name(request)), false));
  }

  private Reply delete(Request request, Account account) {
    return Envelope.success(200, shown(keys.delete(key(request, account)), false));
  }

  private TurnKey key(Request request, Account account) {
    return keys.find(request.path("keyId"))
        .filter(key -> key.accountId().equals(account.accountId()))
        .orElseThrow(() -> new Refused(Envelope.failure(404, 1003, "TURN key not found")));
  }

  private static String name(Request request) {
    JsonNode name;
    try {
      name = request.json().path("name");
    } catch (BadRequest e) {
      throw new Refused(Envelope.failure(400, 1001, "Malformed JSON in request body"));
    }
    if (!name.isTextual() || name.textValue().isBlank()) {
      throw new Refused(Envelope.failure(400, 1002, "name is required"));
    }
    return name.textValue();
  }

  private static Map<String, Object> shown(TurnKey key, boolean withSecret) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uid", key.uid());
    fields.put("name", key.name());
    fields.put("created", key.created());
    fields.put("modified", key.modified());
    if (withSecret) {
      fields.put("key", key.secret());
    }
    return fields;
  }
}
