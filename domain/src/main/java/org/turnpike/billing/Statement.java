package org.turnpike.billing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.turnpike.shared.Money;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;

/**
 * What a tenant owes for a period; not an invoice, which is a legal document.
 *
 * @param lines what each TURN key relayed, the largest egress first
 * @param corrections money of earlier periods that were closed before their usage was all in
 * @param amount the charge and the corrections, rounded once, here
 * @param completeness of the usage behind it
 * @param ledgerHead the ledger's last line when it was drawn up: every line behind its figures is
 *     that one or an earlier one
 */
public record Statement(
    Tenant tenant,
    BillingPeriod period,
    Status status,
    RatePlan plan,
    Charge charge,
    List<Line> lines,
    List<Correction> corrections,
    Money amount,
    Completeness completeness,
    UsageLedger.Head ledgerHead) {
  public Statement {
    lines = List.copyOf(lines);
    corrections = List.copyOf(corrections);
  }

  /** When Cloudflare was last read; null before the first time. */
  public Instant asOf() {
    return completeness.asOf();
  }

  /** Every window before it is in; null before the first; never after the period's end. */
  public Instant completeThrough() {
    return completeness.through(period.end());
  }

  /**
   * How many hours of the period have usage that is lost: nobody will know it, and the amount is
   * without it.
   */
  public long lostHours() {
    return completeness.lostHours(period.range());
  }

  /** Where a statement stands. */
  public enum Status {
    /** Figures still move. */
    OPEN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One TURN key's part. */
  public record Line(TurnKey turnKey, RelayedVolume volume) {}

  /** Money of an earlier period. */
  public record Correction(BillingPeriod period, Money amount) {}
}
