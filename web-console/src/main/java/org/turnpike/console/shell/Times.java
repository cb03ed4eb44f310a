package org.turnpike.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How instants are written: in the person's zone, and the zone is said. */
@Named
@RequestScoped
public class Times {
  private static final DateTimeFormatter DAY = pattern("d MMM uuuu");
  private static final DateTimeFormatter MINUTE = pattern("d MMM uuuu, HH:mm");
  private static final DateTimeFormatter SECOND = pattern("d MMM uuuu, HH:mm:ss");
  private static final DateTimeFormatter CLOCK = pattern("HH:mm");
  private static final DateTimeFormatter ZONE = pattern("zzz");

  private Look look;
  private Clock clock;

  protected Times() {}

  @Inject
  public Times(Look look, Clock clock) {
    this.look = look;
    this.clock = clock;
  }

  public String day(Instant instant) {
    return write(instant, DAY);
  }

  public String minute(Instant instant) {
    return write(instant, MINUTE);
  }

  public String second(Instant instant) {
    return write(instant, SECOND);
  }

  /** What the zone is called now, such as CET. */
  public String zone() {
    return ZONE.format(clock.instant().atZone(look.zone()));
  }

  /** How long ago, in the largest unit that fits; a dash for never. */
  public String ago(Instant instant) {
    if (instant == null) {
      return "–";
    }
    Duration past = Duration.between(instant, clock.instant());
    return past.toMinutes() < 1 ? "just now" : roughly(past) + " ago";
  }

  /** How long until then, in the largest unit that fits. */
  public String left(Instant end) {
    Duration rest = Duration.between(clock.instant(), end);
    return rest.toMinutes() < 1 ? "less than a minute left" : roughly(rest) + " left";
  }

  /** How good figures are: read when, complete until when. */
  public String stamp(Instant asOf, Instant completeThrough) {
    if (completeThrough == null) {
      return "No usage has been read yet";
    }
    return "As of " + near(asOf) + " " + zone() + " · complete through " + near(completeThrough);
  }

  /** Usage an hour behind is worth a look. */
  public boolean behind(Instant completeThrough) {
    return completeThrough == null
        || Duration.between(completeThrough, clock.instant()).toHours() >= 1;
  }

  private static String roughly(Duration time) {
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " days";
  }

  private String near(Instant instant) {
    boolean today = date(instant).equals(date(clock.instant()));
    return write(instant, today ? CLOCK : MINUTE);
  }

  private LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, look.zone());
  }

  private String write(Instant instant, DateTimeFormatter format) {
    ZoneId zone = look.zone();
    return instant == null ? "–" : format.format(instant.atZone(zone));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
