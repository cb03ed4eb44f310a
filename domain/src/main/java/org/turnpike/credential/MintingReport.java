package org.turnpike.credential;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;

/**
 * How minting goes, as all nodes saw it.
 *
 * @param at when it was asked for
 * @param asOf until when every node that lives has told what it saw; null when none lives
 * @param silent nodes not heard of lately, what they saw last may be missing; told to operators
 */
public record MintingReport(Instant at, Instant asOf, List<Node> silent, List<OfTenant> tenants) {
  /** How far back figures go: so long before the quarter of an hour that runs. */
  public enum Span {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Span(Duration length) {
      this.length = length;
    }

    public Instant start(Instant now) {
      return TallyWindow.startOf(now).minus(length);
    }
  }

  /**
   * Of one tenant.
   *
   * @param answers by how far back they go, each with a value
   */
  public record OfTenant(Tenant tenant, Map<Span, AnswerTally> answers, List<OfKey> keys) {
    public AnswerTally answers(Span span) {
      return answers.get(span);
    }

    public MintingTally mintings(Span span) {
      return keys.stream()
          .map(key -> key.mintings(span))
          .reduce(MintingTally.NONE, MintingTally::plus);
    }

    /** Mintings tried at Cloudflare for each answer given; nothing when none was. */
    public Optional<BigDecimal> callsPerAnswer(Span span) {
      return AnswerTally.callsPerAnswer(mintings(span), answers(span));
    }
  }

  /**
   * Of one TURN key.
   *
   * @param state the gravest that a node sees; null when no node lives that could know
   * @param ready how many credentials are in reserve
   * @param wanted how many should be
   * @param mintings by how far back they go, each with a value
   */
  public record OfKey(
      TurnKey key,
      MintingHealth.State state,
      long ready,
      long wanted,
      Map<Span, MintingTally> mintings) {
    public MintingTally mintings(Span span) {
      return mintings.get(span);
    }
  }
}
