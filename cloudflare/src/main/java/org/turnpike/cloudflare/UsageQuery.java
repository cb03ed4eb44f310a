package org.turnpike.cloudflare;

/** The questions for the usage of one TURN key, each with or without how sure Cloudflare is. */
enum UsageQuery {
  WINDOWS(
      "TurnUsage",
      "orderBy: [datetimeFifteenMinutes_ASC] limit: $limit",
      "dimensions { datetimeFifteenMinutes }"),
  SUM("TurnUsageSum", "limit: $limit", "");

  /** The field that not every dataset has. */
  static final String CONFIDENCE = "confidence";

  private final String with;
  private final String without;

  UsageQuery(String name, String order, String dimensions) {
    with =
        text(
            name,
            order,
            dimensions,
            "confidence(level: 0.95) { sum { egressBytes { estimate lower upper sampleSize } } }");
    without = text(name, order, dimensions, "");
  }

  private static String text(String name, String order, String dimensions, String confidence) {
    return """
    query %s(
      $account: string!, $key: string!, $start: Time!, $end: Time!, $limit: uint64!
    ) {
      viewer {
        accounts(filter: {accountTag: $account}) {
          callsTurnUsageAdaptiveGroups(
            filter: {keyId: $key, datetime_geq: $start, datetime_lt: $end}
            %s
          ) {
            %s
            sum { egressBytes ingressBytes }
            %s
          }
        }
      }
    }
    """
        .formatted(name, order, dimensions, confidence);
  }

  String text(boolean confidence) {
    return confidence ? with : without;
  }
}
