package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;

/** Every byte that a real relay sent to its clients is on the tenant's usage page. */
class RelayedBytesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void what_coturn_relayed_stands_in_the_ledger_under_the_callers_identifiers() throws Exception {
    RelayedCompany company = RelayedCompany.founded("Bytes", Map.of("defaultTtl", 30));
    try (company) {
      company.cloudflare().breaks("graphqlErrors", Map.of("target", "graphql"));
      Map<String, Coturn.Relayed> byUsername = relayedInACallThatIsRenewed(company);
      Map<String, Long> byIdentifier = byIdentifier(company.tenant(), byUsername);
      plant(company, byUsername);
      long egress = byUsername.values().stream().mapToLong(Coturn.Relayed::egress).sum();

      assertThat(byUsername).as("two callers, and each was renewed").hasSizeGreaterThanOrEqualTo(4);
      assertThat(byIdentifier)
          .hasSize(2)
          .allSatisfy((who, bytes) -> assertThat(bytes).isPositive());
      await("the ledger")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(total(company.tenant())).isEqualTo(egress));
      Person person = company.tenant().invite("tenant-admin");
      try (Visitor admin = Visitor.signedIn(company.tenant().world(), person)) {
        await("its break-down")
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(shown(admin, company.tenant())).isEqualTo(byIdentifier));
      }
    }
  }

  private static Map<String, Coturn.Relayed> relayedInACallThatIsRenewed(RelayedCompany company)
      throws Exception {
    try (MeetingBackend meeting = company.meeting();
        Participant anna = Participant.at(meeting).join("anna", "bytes", true);
        Participant ben = Participant.at(meeting).join("ben", "bytes", true)) {
      anna.awaitVideo();
      ben.awaitVideo();
      await("a renewal on both sides")
          .atMost(Participant.PATIENCE)
          .until(() -> anna.steps("renewed") > 0 && ben.steps("renewed") > 0);
      anna.awaitVideo();
      ben.awaitVideo();
      anna.leave();
      ben.leave();
      return company.coturn().relayed();
    }
  }

  /**
   * Lets Cloudflare's analytics, silent until now, tell what coturn's log tells: in an hour that is
   * over, since break-downs are of whole hours, and one that was read is not read again within the
   * next.
   */
  private static void plant(RelayedCompany company, Map<String, Coturn.Relayed> byUsername) {
    Cloudflare cloudflare = company.cloudflare();
    String key = company.key().uid();
    Map<String, String> minted =
        Stream.of(cloudflare.minted(key), cloudflare.mintedAhead(key))
            .flatMap(List::stream)
            .collect(identifiers());
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    Instant end = hour.plus(Duration.ofMinutes(5));
    byUsername.forEach(
        (username, relayed) ->
            cloudflare.relay(
                key,
                username,
                minted.get(username),
                hour,
                end,
                relayed.egress(),
                relayed.ingress()));
    cloudflare.heal();
  }

  /** Egress by whom Turnpike handed the credentials to, be they of the reserve. */
  private static Map<String, Long> byIdentifier(
      TestTenant tenant, Map<String, Coturn.Relayed> byUsername) {
    Map<String, String> callers =
        tenant.api("credentials").items("/credentials").stream().collect(identifiers());
    return byUsername.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> callers.get(each.getKey()),
                Collectors.summingLong(each -> each.getValue().egress())));
  }

  private static Collector<JsonNode, ?, Map<String, String>> identifiers() {
    return Collectors.toMap(
        each -> each.get("username").asText(), each -> each.get("customIdentifier").asText());
  }

  private static long total(TestTenant tenant) {
    Instant now = Instant.now();
    return tenant
        .usage("from=%s&to=%s&granularity=hour".formatted(now.minus(Duration.ofHours(6)), now))
        .at("/totals/egressBytes")
        .asLong();
  }

  /** Egress by identifier, as the file behind the usage page tells it. */
  private static Map<String, Long> shown(Visitor admin, TestTenant tenant) {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    return admin
        .download(
            "usage.csv?tenant=%s&granularity=day&zone=UTC&groupBy=customIdentifier&from=%s&through=%s"
                .formatted(tenant.slug(), yesterday, today))
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.groupingBy(
                line -> line[1], Collectors.summingLong(line -> Long.parseLong(line[3]))));
  }
}
