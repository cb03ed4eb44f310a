package org.turnpike.cloudflare;

/**
 * The questions for the usage of one TURN key, or of one custom identifier on it; each with or
 * without how sure Cloudflare is.
 */
enum UsageQuery {
  WINDOWS(
      "TurnUsage",
      "orderBy: [datetimeFifteenMinutes_ASC] limit: $limit",
      "dimensions { datetimeFifteenMinutes }"),
  SUM("TurnUsageSum", "limit: $limit", "");

  /** The field that not every dataset has. */
  static final String CONFIDENCE = "confidence";

  /** Who was seen on the key; without figures. */
  static final String IDENTIFIERS =
      text(
          "TurnIdentifiers",
          "",
          "",
          "orderBy: [customIdentifier_ASC] limit: $limit",
          "dimensions { customIdentifier }",
          "");

  private static final String CONFIDENCE_OF_EGRESS =
      "confidence(level: 0.95) { sum { egressBytes { estimate lower upper sampleSize } } }";

  private final String name;
  private final String order;
  private final String dimensions;

  UsageQuery(String name, String order, String dimensions) {
    this.name = name;
    this.order = order;
    this.dimensions = dimensions;
  }

  private static String text(
      String name,
      String parameter,
      String condition,
      String order,
      String dimensions,
      String confidence) {
    return """
    query %s(
      $account: string!, $key: string!, %s$start: Time!, $end: Time!, $limit: uint64!
    ) {
      viewer {
        accounts(filter: {accountTag: $account}) {
          callsTurnUsageAdaptiveGroups(
            filter: {keyId: $key, %sdatetime_geq: $start, datetime_lt: $end}
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
        .formatted(name, parameter, condition, order, dimensions, confidence);
  }

  /**
   * The question.
   *
   * @param ofIdentifier of one alone, which is a variable
   */
  String text(boolean ofIdentifier, boolean confidence) {
    return text(
        name,
        ofIdentifier ? "$identifier: string!, " : "",
        ofIdentifier ? "customIdentifier: $identifier, " : "",
        order,
        dimensions,
        confidence ? CONFIDENCE_OF_EGRESS : "");
  }
}
