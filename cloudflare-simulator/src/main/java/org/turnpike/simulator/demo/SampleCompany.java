package org.turnpike.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A company with four tenants and months of usage: its Cloudflare account and TURN keys are planted
 * in the simulator, as if they had always been there, and taken over through the product's API.
 */
final class SampleCompany {
  private static final String ACCOUNT = "5f1d8c2e9b7a4063a1c4e2d6f8b0937a";
  private static final int DAYS_OF_HISTORY = 91;

  private record Key(String name, int monthlyGigabytes) {}

  private record Sample(String name, String slug, String timeZone, List<Key> keys) {}

  private static final List<Sample> TENANTS =
      List.of(
          new Sample(
              "Harbour Meetings",
              "harbour",
              "Europe/Berlin",
              List.of(
                  new Key("staging", 30), new Key("webinar", 170), new Key("production", 1120))),
          new Sample(
              "Alpine Telehealth",
              "alpine",
              "Europe/Zurich",
              List.of(new Key("consultations", 1950))),
          new Sample(
              "Maple Classrooms", "maple", "America/Toronto", List.of(new Key("classes", 1010))),
          new Sample("Cedar Support", "cedar", "UTC", List.of(new Key("helpdesk", 85))));

  private final TurnpikeApi product;
  private final URI simulator;
  private final Logins logins;

  SampleCompany(TurnpikeApi product, URI simulator, Logins logins) {
    this.product = product;
    this.simulator = simulator;
    this.logins = logins;
  }

  boolean isSeeded() {
    return logins.find("seeded").isPresent();
  }

  /** Goes on where an earlier start was stopped. */
  void seed() throws IOException {
    SimulatorControl control = new SimulatorControl(simulator);
    String account = logins.once("account.id", () -> account(control));
    List<String> ids = new ArrayList<>();
    for (Sample sample : TENANTS) {
      ids.add(tenant(control, account, sample));
    }
    String first = ids.get(0);
    person("finance", "finance@demo.example", "Finance", Map.of("role", "finance"));
    person(
        "tenant-admin",
        "admin@harbour.example",
        "Tenant admin",
        Map.of("role", "tenant-admin", "tenantId", first));
    person(
        "tenant-viewer",
        "viewer@harbour.example",
        "Tenant viewer",
        Map.of("role", "tenant-viewer", "tenantId", first));
    meetings(first);
    logins.keep("seeded", Instant.now().toString());
  }

  private String account(SimulatorControl control) throws IOException {
    String keysToken = logins.make("cloudflare.api.token", "", 30);
    String analyticsToken = logins.make("cloudflare.analytics.token", "", 30);
    control.plantAccount(ACCOUNT, "Harbour EU", keysToken, analyticsToken);
    return product
        .post(
            "/accounts",
            Map.of(
                "name",
                "Harbour EU",
                "accountId",
                ACCOUNT,
                "apiToken",
                keysToken,
                "analyticsToken",
                analyticsToken,
                "rtcUrl",
                simulator + "/v1",
                "apiUrl",
                simulator + "/client/v4"))
        .get("id")
        .asText();
  }

  private String tenant(SimulatorControl control, String account, Sample sample)
      throws IOException {
    String tenant =
        logins.once(
            sample.slug() + ".id",
            () ->
                product
                    .post(
                        "/tenants",
                        Map.of(
                            "name", sample.name(),
                            "slug", sample.slug(),
                            "accountId", account,
                            "timeZone", sample.timeZone()))
                    .get("id")
                    .asText());
    for (Key key : sample.keys()) {
      logins.once(
          sample.slug() + "." + key.name() + ".id", () -> turnKey(control, tenant, sample, key));
    }
    return tenant;
  }

  private String turnKey(SimulatorControl control, String tenant, Sample sample, Key key) {
    JsonNode planted =
        control.plantKey(
            ACCOUNT,
            sample.slug() + "/" + key.name(),
            key.monthlyGigabytes(),
            Instant.now().minus(DAYS_OF_HISTORY, ChronoUnit.DAYS));
    return product
        .post(
            "/tenants/" + tenant + "/turn-keys",
            Map.of(
                "name", key.name(),
                "uid", planted.get("uid").asText(),
                "secret", planted.get("secret").asText()))
        .get("id")
        .asText();
  }

  private void person(String login, String email, String name, Map<String, String> role)
      throws IOException {
    logins.once(
        login + ".email",
        () -> {
          JsonNode invited =
              product.post("/users", Map.of("email", email, "name", name, "roles", List.of(role)));
          String token = URI.create(invited.get("invitationUrl").asText()).getFragment();
          product.post(
              "/invitations/accept",
              Map.of("token", token, "password", logins.make(login + ".password", "", 12)));
          return email;
        });
  }

  /** A few credentials, as a meeting backend asks for them. */
  private void meetings(String tenant) throws IOException {
    String key =
        logins.once(
            "api.key",
            () ->
                product
                    .post(
                        "/tenants/" + tenant + "/api-keys",
                        Map.of(
                            "name", "Meeting backend", "scopes", List.of("credentials", "usage")))
                    .get("key")
                    .asText());
    TurnpikeApi backend = product.with(key);
    for (String identifier : List.of("anna", "ben", "carla", "daily-standup", "board-room")) {
      backend.post("/ice-servers", Map.of("ttl", 28_800, "customIdentifier", identifier));
    }
  }
}
