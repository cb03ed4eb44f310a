package org.turnpike.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A browser as far as it reports on calls, with the token of an ICE reply.
 *
 * @param offer the reply's {@code relayReports}
 */
public record ReportingBrowser(Api api, JsonNode offer) {
  /** One whose meeting backend just got a credential of its own. */
  public static ReportingBrowser of(World world, Api backend) {
    JsonNode offer = backend.post("/ice-servers", Map.of()).expect(201).get("relayReports");
    return new ReportingBrowser(new Api(world.uri("/api"), world.secrets(), token(offer)), offer);
  }

  private static String token(JsonNode offer) {
    return offer.get("token").asText();
  }

  public Answer report(Map<String, Object> report) {
    return api.post("/relay-reports", report);
  }

  /** A relayed call over UDP that fared well. */
  public static Map<String, Object> relayed() {
    return call(
        Map.of(
            "route", "relayed",
            "transport", "udp",
            "seconds", 100,
            "roundTripMs", 40,
            "jitterMs", 4,
            "packetsReceived", 9_900,
            "packetsLost", 100,
            "bytesReceived", 12_500_000,
            "bytesSent", 1_250_000));
  }

  public static Map<String, Object> direct() {
    return with(
        relayed(), Map.of("route", "direct", "roundTripMs", 10, "packetsLost", 0, "jitterMs", 1));
  }

  public static Map<String, Object> failed(String why) {
    return call(Map.of("failure", why));
  }

  /** The same call, told with other values. */
  public static Map<String, Object> with(Map<String, Object> report, Map<String, Object> values) {
    Map<String, Object> changed = new HashMap<>(report);
    changed.putAll(values);
    return changed;
  }

  private static Map<String, Object> call(Map<String, Object> told) {
    return with(told, Map.of("callId", UUID.randomUUID().toString(), "sequence", 1));
  }
}
