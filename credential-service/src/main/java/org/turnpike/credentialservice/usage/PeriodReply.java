package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.turnpike.billing.BillingPeriod;

/** A billing period with a statement. */
record PeriodReply(@Schema(example = "2026-11") String period, Instant start, Instant end) {
  static PeriodReply of(BillingPeriod period) {
    return new PeriodReply(period.name(), period.start(), period.end());
  }
}
