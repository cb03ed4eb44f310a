package org.turnpike.simulator.graphql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.turnpike.simulator.traffic.FiveMinutes;
import org.turnpike.simulator.traffic.Flow;

/** What usage can be filtered and grouped by, under Cloudflare's names. */
enum Dimension {
  DATE("date", Duration.ofDays(1)),
  DATETIME("datetime", Duration.ofSeconds(1)),
  DATETIME_MINUTE("datetimeMinute", Duration.ofMinutes(1)),
  DATETIME_FIVE_MINUTES("datetimeFiveMinutes", Duration.ofMinutes(5)),
  DATETIME_FIFTEEN_MINUTES("datetimeFifteenMinutes", Duration.ofMinutes(15)),
  DATETIME_HOUR("datetimeHour", Duration.ofHours(1)),
  KEY_ID("keyId", null),
  APP_ID("appId", null),
  CUSTOM_IDENTIFIER("customIdentifier", null),
  USERNAME("username", null),
  DATACENTER_CITY("datacenterCity", null),
  DATACENTER_COUNTRY("datacenterCountry", null),
  DATACENTER_REGION("datacenterRegion", null),
  DATACENTER_CODE("datacenterCode", null);

  private final String field;
  private final Duration unit;

  Dimension(String field, Duration unit) {
    this.field = field;
    this.unit = unit;
  }

  static Dimension named(String field) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.field.equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The schema has no " + field));
  }

  String field() {
    return field;
  }

  boolean isTime() {
    return unit != null;
  }

  Duration unit() {
    return unit;
  }

  /** The flow's value: a date, an instant or a string. */
  Object of(Flow flow) {
    return switch (this) {
      case DATE -> LocalDate.ofInstant(FiveMinutes.start(flow.bucket()), ZoneOffset.UTC);
      case DATETIME,
          DATETIME_MINUTE,
          DATETIME_FIVE_MINUTES,
          DATETIME_FIFTEEN_MINUTES,
          DATETIME_HOUR ->
          truncated(flow.bucket() * FiveMinutes.SECONDS);
      case KEY_ID, APP_ID -> flow.keyId();
      case CUSTOM_IDENTIFIER -> flow.customIdentifier();
      case USERNAME -> flow.username().get();
      case DATACENTER_CITY -> flow.dataCentre().city();
      case DATACENTER_COUNTRY -> flow.dataCentre().country();
      case DATACENTER_REGION -> flow.dataCentre().region();
      case DATACENTER_CODE -> flow.dataCentre().code();
    };
  }

  private Instant truncated(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond - Math.floorMod(epochSecond, unit.toSeconds()));
  }
}
