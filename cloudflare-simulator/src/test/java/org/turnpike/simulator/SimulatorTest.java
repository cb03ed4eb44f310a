package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator with one account, at a time that stands still until a test moves it. */
abstract class SimulatorTest {

  static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
  static final String ACCOUNT = "acc0123456789";
  static final String KEYS = "/client/v4/accounts/" + ACCOUNT + "/calls/turn_keys";
  static final String PLANTED = "11111111111111111111111111111111";
  static final String SECRET = "secret-of-the-planted-key";

  CloudflareSimulator simulator;
  Caller anybody;
  Caller admin;

  SimulatorOptions options() {
    return SimulatorOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @BeforeEach
  void start() throws IOException {
    simulator = CloudflareSimulator.start(options());
    anybody = Caller.of(simulator);
    admin = anybody.bearer("admin-token");
    control(
        "/control/accounts",
        """
        {"accountId": "%s", "name": "Acme", "tokens": [
          {"token": "admin-token"},
          {"token": "reader", "permissions": ["calls:read"]},
          {"token": "analyst", "permissions": ["analytics:read"]}],
         "organizationId": "org-1", "organizationApiKey": "org-key"}
        """
            .formatted(ACCOUNT));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  void control(String path, String body) throws IOException {
    HttpResponse<String> reply = anybody.post(path, body);
    assertThat(reply.statusCode()).as(reply.body()).isBetween(200, 201);
  }

  /** A key that has lived since August. */
  void plantKey(String uid, int monthlyGigabytes) throws IOException {
    control(
        "/control/keys",
        """
        {"accountId": "%s", "name": "planted", "uid": "%s", "secret": "%s",
         "monthlyGigabytes": %d, "createdAt": "2026-08-01T00:00:00Z"}
        """
            .formatted(ACCOUNT, uid, SECRET, monthlyGigabytes));
  }

  void moveTo(String instant) throws IOException {
    control("/control/clock", "{\"instant\": \"%s\"}".formatted(instant));
  }

  static String mintPath(String keyId) {
    return "/v1/turn/keys/" + keyId + "/credentials/generate-ice-servers";
  }
}
