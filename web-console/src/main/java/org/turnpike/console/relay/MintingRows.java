package org.turnpike.console.relay;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;

/** The TURN keys of a report, searched and sorted. */
final class MintingRows {
  private static final Comparator<MintingRow> BY_NAME =
      Comparator.comparing((MintingRow row) -> row.tenant().name().toLowerCase(Locale.ROOT))
          .thenComparing(row -> row.of().key().name().toLowerCase(Locale.ROOT));
  private static final Comparator<MintingRow> TROUBLE_FIRST =
      Comparator.comparing(MintingRow::state).thenComparing(BY_NAME);
  private static final Map<String, Comparator<MintingRow>> ORDERS =
      Map.of(
          "name",
          BY_NAME,
          "minted",
          Comparator.comparing((MintingRow row) -> row.mintings().minted())
              .reversed()
              .thenComparing(BY_NAME),
          "used",
          Comparator.comparing(
                  (MintingRow row) -> row.mintings().usedRatio().orElse(null),
                  Comparator.<BigDecimal>nullsLast(Comparator.naturalOrder()))
              .thenComparing(BY_NAME));

  private MintingRows() {}

  /**
   * The rows.
   *
   * @param text found in the key's name or uid or the tenant's name; null for any
   * @param order name, minted or used; anything else is trouble first
   */
  static List<MintingRow> of(MintingReport report, Span span, String text, String order) {
    String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return report.tenants().stream()
        .flatMap(of -> of.keys().stream().map(key -> new MintingRow(of.tenant(), key, span)))
        .filter(row -> row.mentions(wanted))
        .sorted(ORDERS.getOrDefault(order == null ? "" : order, TROUBLE_FIRST))
        .toList();
  }
}
