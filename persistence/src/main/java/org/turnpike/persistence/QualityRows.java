package org.turnpike.persistence;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.turnpike.quality.QualityFigures;

/** {@link QualityFigures} as the database sums them; percentiles interpolate between two calls. */
final class QualityRows {
  static final String SUMS =
      """
      count(*) AS calls, count(*) FILTER (WHERE route = 'RELAYED') AS relayed,
      round(CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY round_trip_ms) AS numeric), 1) AS median,
      round(CAST(percentile_cont(0.95) WITHIN GROUP (ORDER BY round_trip_ms) AS numeric), 1) AS most,
      round(CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY jitter_ms) AS numeric), 1) AS jitter,
      CAST(coalesce(sum(packets_received), 0) AS bigint) AS received,
      CAST(coalesce(sum(packets_lost), 0) AS bigint) AS lost,
      CAST(coalesce(sum(bytes_received), 0) AS bigint) AS inwards,
      CAST(coalesce(sum(bytes_sent), 0) AS bigint) AS outwards,
      CAST(coalesce(sum(seconds), 0) AS bigint) AS connected
      """;

  private QualityRows() {}

  static QualityFigures of(Tuple row) {
    return new QualityFigures(
        row.get("calls", Long.class),
        row.get("relayed", Long.class),
        row.get("median", BigDecimal.class),
        row.get("most", BigDecimal.class),
        row.get("jitter", BigDecimal.class),
        row.get("received", Long.class),
        row.get("lost", Long.class),
        row.get("inwards", Long.class),
        row.get("outwards", Long.class),
        row.get("connected", Long.class));
  }
}
