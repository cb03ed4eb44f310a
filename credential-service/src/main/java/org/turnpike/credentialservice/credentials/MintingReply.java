package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.credential.AnswerTally;
import org.turnpike.credential.MintingHealth;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.MintingTally;

/** How minting goes for a tenant, as all nodes saw it. */
record MintingReply(
    UUID tenantId,
    @Schema(description = "every node that lives has told until then; null when none lives")
        Instant asOf,
    Answers lastHour,
    Answers lastDay,
    Answers lastWeek,
    List<OfTurnKey> turnKeys) {
  private static final String RATIO = "a decimal; null when there is nothing to divide by";

  /** What callers were answered since the start of that quarter of an hour. */
  @Schema(name = "MintingAnswers")
  record Answers(
      Instant from,
      long minted,
      long reused,
      long reserve,
      @Schema(description = "STUN alone") long fallback,
      @Schema(description = "got nothing, because no relay could be had") long refused,
      @Schema(description = "mintings tried at Cloudflare") long upstreamCalls,
      @Schema(description = "upstreamCalls for each answer given: " + RATIO, nullable = true)
          String callsPerAnswer) {
    static Answers of(MintingReport.OfTenant of, Span span, Instant at) {
      AnswerTally tally = of.answers(span);
      return new Answers(
          span.start(at),
          tally.minted(),
          tally.reused(),
          tally.reserve(),
          tally.fallback(),
          tally.refused(),
          of.mintings(span).calls(),
          decimal(of.callsPerAnswer(span)));
    }
  }

  /** One TURN key. */
  @Schema(name = "MintingOfTurnKey")
  record OfTurnKey(
      UUID turnKeyId,
      String name,
      @Schema(allowableValues = {"active", "draining", "retired"}) String state,
      @Schema(
              description = "the gravest that a node sees; null when none lives",
              allowableValues = {"closed", "open", "probing"},
              nullable = true)
          String breaker,
      @Schema(description = "when it left or came back to closed; null when it always was")
          Instant since,
      @Schema(description = "until when Cloudflare is not asked") Instant notBefore,
      @Schema(description = "what failed at the last try; null when nothing did") String problem,
      Reserve reserve,
      Mintings lastHour,
      Mintings lastDay,
      Mintings lastWeek) {
    static OfTurnKey of(MintingReport.OfKey of, Instant at) {
      MintingHealth.State state = of.state();
      return new OfTurnKey(
          of.key().id().value(),
          of.key().name(),
          of.key().state().wireName(),
          state == null ? null : state.breaker().wireName(),
          state == null ? null : state.since(),
          state == null ? null : state.notBefore(),
          state == null ? null : state.problem(),
          new Reserve(of.ready(), of.wanted()),
          Mintings.of(of, Span.HOUR, at),
          Mintings.of(of, Span.DAY, at),
          Mintings.of(of, Span.WEEK, at));
    }
  }

  /** Credentials minted ahead. */
  @Schema(name = "MintingReserve")
  record Reserve(long ready, @Schema(description = "as many as newcomers lately") long wanted) {}

  /** What became of mintings since the start of that quarter of an hour. */
  @Schema(name = "Mintings")
  record Mintings(
      Instant from,
      long minted,
      @Schema(description = "tried, and brought no credential") long failed,
      @Schema(description = "not tried, because the breaker was open") long turnedAway,
      @Schema(description = "of the minted ones, those for the reserve") long mintedAhead,
      @Schema(description = "granted to somebody, from the reserve or minted for them")
          long handedOut,
      @Schema(
              description =
                  "handedOut for each minted one, Cloudflare asks for more than half: " + RATIO,
              nullable = true)
          String usedRatio) {
    static Mintings of(MintingReport.OfKey of, Span span, Instant at) {
      MintingTally tally = of.mintings(span);
      return new Mintings(
          span.start(at),
          tally.minted(),
          tally.failed(),
          tally.turnedAway(),
          tally.ahead(),
          tally.handedOut(),
          decimal(tally.usedRatio()));
    }
  }

  static MintingReply of(MintingReport report, MintingReport.OfTenant of) {
    Instant at = report.at();
    return new MintingReply(
        of.tenant().id().value(),
        report.asOf(),
        Answers.of(of, Span.HOUR, at),
        Answers.of(of, Span.DAY, at),
        Answers.of(of, Span.WEEK, at),
        of.keys().stream().map(key -> OfTurnKey.of(key, at)).toList());
  }

  private static String decimal(Optional<BigDecimal> ratio) {
    return ratio.map(value -> value.stripTrailingZeros().toPlainString()).orElse(null);
  }
}
