package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;

/** Every byte that a real relay sent to its clients is on the tenant's usage page. */
class RelayedBytesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void what_coturn_relayed_stands_in_the_ledger_under_the_callers_identifiers() throws Exception {
    RelayedCompany company = RelayedCompany.founded("Bytes", Map.of("defaultTtl", 30));
    try (company) {
      meetUntilRenewed(company);
      Map<String, Coturn.Relayed> byUsername = company.coturn().relayed();
      Map<String, Long> byIdentifier = plant(company, byUsername);
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
            .untilAsserted(() -> assertThat(shown(admin)).isEqualTo(byIdentifier));
      }
    }
  }

  private static void meetUntilRenewed(RelayedCompany company) throws Exception {
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
    }
  }

  /**
   * Lets Cloudflare's analytics tell what coturn's log tells, in an hour that is over, since
   * break-downs are of whole hours; answers the egress by identifier.
   */
  private static Map<String, Long> plant(
      RelayedCompany company, Map<String, Coturn.Relayed> byUsername) {
    Map<String, String> identifiers =
        company.cloudflare().minted(company.key().uid()).stream()
            .collect(
                Collectors.toMap(
                    each -> each.get("username").asText(),
                    each -> each.get("customIdentifier").asText()));
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
    byUsername.forEach(
        (username, relayed) ->
            company
                .cloudflare()
                .relay(
                    company.key().uid(),
                    username,
                    identifiers.get(username),
                    hour,
                    hour.plus(Duration.ofMinutes(5)),
                    relayed.egress(),
                    relayed.ingress()));
    return byUsername.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> identifiers.get(each.getKey()),
                Collectors.summingLong(each -> each.getValue().egress())));
  }

  private static long total(TestTenant tenant) {
    Instant now = Instant.now();
    return tenant
        .usage("from=%s&to=%s&granularity=hour".formatted(now.minus(Duration.ofHours(6)), now))
        .at("/totals/egressBytes")
        .asLong();
  }

  /** Egress by identifier, as the file behind the usage page tells it. */
  private static Map<String, Long> shown(Visitor admin) {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    return admin
        .download(
            "usage.csv?granularity=day&zone=UTC&groupBy=customIdentifier&from=%s&through=%s"
                .formatted(yesterday, today))
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.groupingBy(
                line -> line[1], Collectors.summingLong(line -> Long.parseLong(line[3]))));
  }
}
