package org.turnpike.cloudflare;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TimeRange;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.CloudflareSimulator;
import org.turnpike.simulator.SimulatorOptions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.SampleTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;

/** The simulator with one account, and its control calls. */
final class SimulatedCloudflare implements AutoCloseable {
  static final String READ_ONLY_TOKEN = "read-only-token-never-to-be-seen";
  static final Secret KEY_SECRET = Secret.of("turn-key-secret-never-to-be-seen");

  private final HttpClient control = HttpClient.newHttpClient();
  private final CloudflareSimulator simulator;

  private SimulatedCloudflare(CloudflareSimulator simulator) {
    this.simulator = simulator;
    post(
        "/control/accounts",
        """
        {"accountId": "%s", "name": "Head office",
         "tokens": [{"token": "%s", "permissions": ["calls:write"]},
                    {"token": "%s", "permissions": ["calls:read"]},
                    {"token": "%s", "permissions": ["analytics:read"]}],
         "organizationId": "%s", "organizationApiKey": "%s"}
        """
            .formatted(
                SampleAccount.TAG,
                SampleAccount.API_TOKEN,
                READ_ONLY_TOKEN,
                SampleAccount.ANALYTICS_TOKEN,
                SampleAccount.ORGANIZATION,
                SampleAccount.ORGANIZATION_KEY));
  }

  static SimulatedCloudflare start(TestClock clock) {
    return start(clock, AnalyticsRules.DEFAULT);
  }

  static SimulatedCloudflare start(TestClock clock, AnalyticsRules analytics) {
    try {
      return new SimulatedCloudflare(
          CloudflareSimulator.start(
              SimulatorOptions.defaults().withClock(clock).withAnalytics(analytics)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return simulator.baseUrl().toString();
  }

  CloudflareAccount account() {
    return SampleAccount.usual().at(url());
  }

  /** A key at Cloudflare, with traffic of so many gigabytes a month since long ago. */
  TurnKey key(CloudflareAccount account, String uid, int monthlyGigabytes) {
    post(
        "/control/keys",
        """
        {"accountId": "%s", "name": "%s", "uid": "%s", "secret": "%s", "monthlyGigabytes": %d,
         "createdAt": "2026-01-01T00:00:00Z"}
        """
            .formatted(SampleAccount.TAG, uid, uid, KEY_SECRET.reveal(), monthlyGigabytes));
    return SampleTurnKey.of(account, uid, KEY_SECRET);
  }

  /** Lets so much be relayed under a username. */
  void use(TurnKey key, String username, TimeRange range, long egress, long ingress) {
    post(
        "/control/uses",
        """
        {"keyId": "%s", "username": "%s", "from": "%s", "to": "%s", "egressBytes": %d,
         "ingressBytes": %d}
        """
            .formatted(key.uid(), username, range.start(), range.end(), egress, ingress));
  }

  /** What the analytics answer to a question, byte for byte. */
  String ask(String question) {
    return send(
        HttpRequest.newBuilder(uri("/client/v4/graphql"))
            .header("Authorization", "Bearer " + SampleAccount.ANALYTICS_TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(question)));
  }

  /** Breaks it, as the simulator's README says. */
  void fault(String json) {
    post("/control/faults", json);
  }

  void heal() {
    send(HttpRequest.newBuilder(uri("/control/faults")).DELETE());
  }

  List<JsonObject> credentials(TurnKey key) {
    return get("/control/credentials?keyId=" + key.uid())
        .getJsonArray("credentials")
        .getValuesAs(JsonObject.class);
  }

  /** How often an endpoint was called, such as {@code graphql}. */
  int calls(String endpoint) {
    return get("/control/calls").getJsonObject("calls").getInt(endpoint, 0);
  }

  /** What the analytics shows of a key, by the simulator's own account. */
  RelayedVolume visible(TurnKey key, TimeRange range) {
    JsonObject visible =
        get("/control/truth?keyId=%s&from=%s&to=%s"
                .formatted(key.uid(), range.start(), range.end()))
            .getJsonObject("visible");
    return RelayedVolume.ofBytes(
        visible.getJsonNumber("egressBytes").longValueExact(),
        visible.getJsonNumber("ingressBytes").longValueExact());
  }

  @Override
  public void close() {
    simulator.close();
  }

  private JsonObject get(String path) {
    return Json.createReader(new StringReader(send(HttpRequest.newBuilder(uri(path)))))
        .readObject();
  }

  private void post(String path, String body) {
    send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI uri(String path) {
    return URI.create(url() + path);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> reply =
          control.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() >= 300) {
        throw new IllegalStateException("The simulator says: " + reply.body());
      }
      return reply.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
