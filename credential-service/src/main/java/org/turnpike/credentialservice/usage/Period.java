package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.turnpike.credentialservice.rules.Query;
import org.turnpike.shared.TimeRange;

/**
 * A span asked for by {@code from} and {@code to}: the past thirty days, where they are left out.
 */
public class Period {
  private static final Duration USUAL = Duration.ofDays(30);

  @QueryParam("from")
  @Parameter(
      description = "instant, inclusive; midnight (UTC) thirty days before to, when left out")
  public String from;

  @QueryParam("to")
  @Parameter(description = "instant, exclusive; now, when left out")
  public String to;

  public TimeRange range(Clock clock) {
    Instant end = Query.instant("to", to);
    Instant start = Query.instant("from", from);
    Instant knownEnd = end == null ? clock.instant() : end;
    return new TimeRange(
        start == null ? knownEnd.minus(USUAL).truncatedTo(ChronoUnit.DAYS) : start, knownEnd);
  }
}
