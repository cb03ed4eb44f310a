package org.turnpike.credentialservice.quality;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.quality.AllocationLimit;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.QualityFigures;
import org.turnpike.quality.RelayQuality;
import org.turnpike.quality.RelayReports;

/** How a tenant's calls fared. */
record RelayQualityReply(
    Instant from,
    Instant to,
    @Schema(description = "told by browsers, never billed", allowableValues = "reported")
        String basis,
    @Schema(description = "whether the tenant takes relay reports now") boolean relayReports,
    @Schema(description = "when a report came last; null before the first", nullable = true)
        Instant lastReportAt,
    Quality calls,
    List<OfPath> byPath,
    List<OfCountry> byCountry,
    @Schema(
            description =
                "relayed calls that came to 80 % of what Cloudflare allows one allocation")
        List<Near> nearLimits,
    FailedJoins failedJoins) {
  private static final String DECIMAL = "a decimal; null when there is nothing to divide by";

  /** Calls that connected. */
  @Schema(name = "RelayQualityFigures")
  record Quality(
      long calls,
      long relayed,
      @Schema(description = "relayed of calls: " + DECIMAL, nullable = true) String relayedRatio,
      @Schema(description = "of the calls' means, in ms; null when none is known", nullable = true)
          String roundTripMedianMs,
      @Schema(description = "95 of 100 calls had no more", nullable = true) String roundTripP95Ms,
      @Schema(description = "of the calls' means, in ms", nullable = true) String jitterMedianMs,
      @Schema(description = "of all packets together: " + DECIMAL, nullable = true)
          String lossRatio,
      long packetsReceived,
      long packetsLost,
      @Schema(description = "mean of a call, in bits a second", nullable = true)
          Long bitsReceivedPerSecond,
      @Schema(description = "mean of a call, in bits a second", nullable = true)
          Long bitsSentPerSecond) {
    static Quality of(QualityFigures figures) {
      return new Quality(
          figures.calls(),
          figures.relayed(),
          decimal(figures.relayedRatio()),
          decimal(Optional.ofNullable(figures.medianRoundTripMs())),
          decimal(Optional.ofNullable(figures.p95RoundTripMs())),
          decimal(Optional.ofNullable(figures.medianJitterMs())),
          decimal(figures.lossRatio()),
          figures.packetsReceived(),
          figures.packetsLost(),
          figures.bitsReceived().orElse(null),
          figures.bitsSent().orElse(null));
    }
  }

  /** Calls that went the same way. */
  @Schema(name = "RelayQualityOfPath")
  record OfPath(
      @Schema(allowableValues = {"relayed", "direct"}) String route,
      @Schema(
              description = "null where the browser does not tell",
              allowableValues = {"udp", "tcp", "tls"},
              nullable = true)
          String transport,
      Quality calls) {
    static OfPath of(RelayReports.OfPath of) {
      return new OfPath(
          Choice.name(of.path().route()),
          of.path().transport() == null ? null : Choice.name(of.path().transport()),
          Quality.of(of.figures()));
    }
  }

  /** Calls from one country. */
  @Schema(name = "RelayQualityOfCountry")
  record OfCountry(
      @Schema(description = "ISO 3166-1; null where nobody told", nullable = true) String country,
      Quality calls) {
    static OfCountry of(RelayReports.OfCountry of) {
      return new OfCountry(
          of.country().isKnown() ? of.country().code() : null, Quality.of(of.figures()));
    }
  }

  /** How many calls came near one limit. */
  @Schema(name = "RelayQualityNearLimit")
  record Near(
      @Schema(allowableValues = {"new-peers", "packets", "throughput"}) String limit,
      @Schema(description = "of peers, packets or bits a second") long perSecond,
      long calls) {}

  /** Those who did not get into a call. */
  @Schema(name = "RelayQualityFailedJoins")
  record FailedJoins(long all, List<Reason> byReason) {
    /** How many for one reason. */
    @Schema(name = "RelayQualityFailedJoin")
    record Reason(
        @Schema(
                allowableValues = {
                  "no-relay-candidate",
                  "credential-refused",
                  "ice-failed",
                  "timeout",
                  "other"
                })
            String reason,
        long joins) {}
  }

  static RelayQualityReply of(RelayQuality quality) {
    return new RelayQualityReply(
        quality.range().start(),
        quality.range().end(),
        "reported",
        quality.taken(),
        quality.lastAt(),
        Quality.of(quality.whole()),
        quality.byPath().stream().map(OfPath::of).toList(),
        quality.byCountry().stream().map(OfCountry::of).toList(),
        Arrays.stream(AllocationLimit.values())
            .map(limit -> new Near(Choice.name(limit), limit.most(), quality.near().get(limit)))
            .toList(),
        new FailedJoins(
            quality.failed(),
            Arrays.stream(FailedJoin.values())
                .filter(quality.failures()::containsKey)
                .map(why -> new FailedJoins.Reason(Choice.name(why), quality.failures().get(why)))
                .toList()));
  }

  private static String decimal(Optional<BigDecimal> value) {
    return value.map(number -> number.stripTrailingZeros().toPlainString()).orElse(null);
  }
}
