package org.turnpike.simulator.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.turnpike.simulator.account.MintedCredentials;
import org.turnpike.simulator.account.TurnKey;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Refused;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** {@code /v1/turn/keys/{keyId}/credentials}: minting in both shapes, and revocation. */
public final class CredentialEndpoints {

  private static final String CREDENTIALS = "/v1/turn/keys/{keyId}/credentials";
  private static final long LONGEST_TTL = 172_800;
  private static final long UNDOCUMENTED_DEFAULT_TTL = 86_400;

  private final KeyHolder keyHolder;
  private final MintedCredentials minted;
  private final CredentialFormat format;
  private final IceUrls urls;
  private final boolean iceServersKeepIdentifier;

  /**
   * Mints.
   *
   * @param iceServersKeepIdentifier whether {@code generate-ice-servers} records the identifier
   */
  public CredentialEndpoints(
      KeyHolder keyHolder,
      MintedCredentials minted,
      CredentialFormat format,
      IceUrls urls,
      boolean iceServersKeepIdentifier) {
    this.keyHolder = keyHolder;
    this.minted = minted;
    this.format = format;
    this.urls = urls;
    this.iceServersKeepIdentifier = iceServersKeepIdentifier;
  }

  public List<Route> routes() {
    return List.of(
        route("mint.generateIceServers", "/generate-ice-servers", this::array),
        route("mint.generate", "/generate", this::object),
        route("revoke", "/{username}/revoke", this::revoke));
  }

  private Route route(String name, String path, BiFunction<Request, TurnKey, Reply> handler) {
    return new Route(
        name,
        "POST",
        CREDENTIALS + path,
        request -> {
          try {
            return handler.apply(request, keyHolder.identify(request));
          } catch (Refused refused) {
            return refused.reply();
          } catch (BadRequest e) {
            return Reply.text(400, e.getMessage());
          }
        });
  }

  private Reply array(Request request, TurnKey key) {
    CredentialFormat.Pair pair = mint(request, key, iceServersKeepIdentifier);
    // One url may come bare or as a list of one: readers must take both.
    Object stun = urls.stun().size() == 1 ? urls.stun().get(0) : urls.stun();
    return minted(List.of(Map.of("urls", stun), server(urls.turn(), pair)));
  }

  private Reply object(Request request, TurnKey key) {
    CredentialFormat.Pair pair = mint(request, key, true);
    return minted(server(Stream.concat(urls.stun().stream(), urls.turn().stream()).toList(), pair));
  }

  private static Reply minted(Object iceServers) {
    return Reply.json(201, Map.of("iceServers", iceServers));
  }

  private CredentialFormat.Pair mint(Request request, TurnKey key, boolean keepIdentifier) {
    JsonNode body = request.json();
    long ttl = ttl(body.path("ttl"));
    String customIdentifier = customIdentifier(body.path("customIdentifier"));
    CredentialFormat.Pair pair = format.next(ttl, customIdentifier);
    minted.add(pair.username(), key.uid(), keepIdentifier ? customIdentifier : "", ttl);
    return pair;
  }

  private static Map<String, Object> server(List<String> urls, CredentialFormat.Pair pair) {
    return Map.of("urls", urls, "username", pair.username(), "credential", pair.credential());
  }

  private Reply revoke(Request request, TurnKey key) {
    return minted.revoke(key.uid(), request.path("username"))
        ? Reply.empty(204)
        : Reply.text(404, "credential not found");
  }

  private static long ttl(JsonNode ttl) {
    if (ttl.isMissingNode()) {
      return UNDOCUMENTED_DEFAULT_TTL;
    }
    if (!ttl.isIntegralNumber() || !ttl.canConvertToLong()) {
      throw new BadRequest("ttl must be a number");
    }
    if (ttl.longValue() < 1 || ttl.longValue() > LONGEST_TTL) {
      throw new BadRequest("ttl out of range");
    }
    return ttl.longValue();
  }

  private static String customIdentifier(JsonNode identifier) {
    if (identifier.isMissingNode() || identifier.isNull()) {
      return "";
    }
    if (!identifier.isTextual()) {
      throw new BadRequest("customIdentifier must be a string");
    }
    return identifier.textValue();
  }
}
