package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.turnpike.analytics.Forecast;
import org.turnpike.billing.Charge;
import org.turnpike.billing.Rating;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Meter;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Money;

/** Where a running statement is heading, in gigabytes and money of its plan. */
public record Outlook(Statement statement, Forecast forecast) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  public Meter.Heading heading() {
    return new Meter.Heading(
        gigabytes(forecast.low()), gigabytes(forecast.expected()), gigabytes(forecast.high()));
  }

  /** What the period will cost. */
  public Money cost() {
    return priced(forecast.expected()).amount().rounded();
  }

  /** The period's last day. */
  public String lastDay() {
    return DAY.format(LocalDate.ofInstant(statement.period().end(), ZoneOffset.UTC).minusDays(1));
  }

  /** The day on which the free gigabytes will be used up; empty when they last, or are gone. */
  public Optional<String> freeUntil() {
    BigDecimal free = statement.plan().freeGigabytes();
    if (statement.charge().gigabytes().compareTo(free) >= 0) {
      return Optional.empty();
    }
    BigDecimal bytes = free.multiply(BigDecimal.valueOf(statement.plan().bytesPerGigabyte()));
    return forecast.dayReaching(DataVolume.ofBytes(bytes.longValue())).map(DAY::format);
  }

  private BigDecimal gigabytes(DataVolume volume) {
    return priced(volume).gigabytes();
  }

  private Charge priced(DataVolume volume) {
    return Rating.rate(volume, statement.plan());
  }
}
