package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.billing.Statement;

/** What a tenant owes for a period. */
record StatementReply(
    UUID tenantId,
    @Schema(example = "2026-11") String period,
    Instant start,
    Instant end,
    @Schema(allowableValues = {"open", "review", "closed"}) String status,
    long egressBytes,
    @Schema(description = "exact decimal", example = "1000.2") String gigabytes,
    @Schema(description = "exact decimal") String freeGigabytes,
    @Schema(description = "exact decimal") String billableGigabytes,
    @Schema(description = "of a gigabyte above the free ones") MoneyShape unitPrice,
    List<Line> lines,
    List<Correction> corrections,
    MoneyShape amount,
    @Schema(description = "when Cloudflare was last read; null before the first time") Instant asOf,
    @Schema(description = "every window before it is in; null before the first")
        Instant completeThrough,
    @Schema(
            description =
                "where the first reading began, if within the period: before, nothing is known",
            nullable = true)
        Instant completeSince,
    @Schema(description = "what is lost in between, because Cloudflare kept it no longer")
        List<Hole> lost,
    Ledger ledger) {
  /** The ledger's last line when the statement was drawn up; the hash stands for all lines. */
  record Ledger(
      @Schema(description = "how many lines there are") long posting,
      @Schema(description = "SHA-256 of the last, over all before it") String hash) {}

  /** What one TURN key relayed. */
  record Line(UUID turnKeyId, String uid, String name, long egressBytes, long ingressBytes) {
    static Line of(Statement.Line line) {
      return new Line(
          line.turnKey().id().value(),
          line.turnKey().uid(),
          line.turnKey().name(),
          line.volume().egress().bytes(),
          line.volume().ingress().bytes());
    }
  }

  /** Money of an earlier period, closed before its usage was all in. */
  record Correction(@Schema(example = "2026-10") String period, MoneyShape amount) {
    static Correction of(Statement.Correction correction) {
      return new Correction(correction.period().name(), MoneyShape.of(correction.amount()));
    }
  }

  static StatementReply of(Statement statement) {
    return new StatementReply(
        statement.tenant().id().value(),
        statement.period().name(),
        statement.period().start(),
        statement.period().end(),
        statement.status().wireName(),
        statement.charge().egress().bytes(),
        Figures.plain(statement.charge().gigabytes()),
        Figures.plain(statement.charge().freeGigabytes()),
        Figures.plain(statement.charge().billableGigabytes()),
        MoneyShape.of(statement.plan().unitPrice()),
        statement.lines().stream().map(Line::of).toList(),
        statement.corrections().stream().map(Correction::of).toList(),
        MoneyShape.of(statement.amount()),
        statement.asOf(),
        statement.completeThrough(),
        statement.completeness().claimedSince(statement.period().start()),
        Hole.in(statement.completeness(), statement.period().range()),
        new Ledger(statement.ledgerHead().posting(), statement.ledgerHead().hash()));
  }
}
