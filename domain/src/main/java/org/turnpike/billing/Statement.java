package org.turnpike.billing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.turnpike.shared.Money;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;

/**
 * What a tenant owes for a period; not an invoice, which is a legal document.
 *
 * @param lines what each TURN key relayed, the largest egress first
 * @param corrections money of earlier periods that were closed before their usage was all in
 * @param amount the charge and the corrections, rounded once, here
 * @param asOf when Cloudflare was last read; null before the first time
 * @param completeThrough every window before it is in; null before the first; never after the end
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
    Instant asOf,
    Instant completeThrough) {
  public Statement {
    lines = List.copyOf(lines);
    corrections = List.copyOf(corrections);
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
