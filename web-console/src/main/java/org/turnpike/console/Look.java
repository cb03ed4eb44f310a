package org.turnpike.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this person wants to see the console: theme and time zone, kept in cookies of their browser.
 */
@Named
@RequestScoped
public class Look {
  private static final List<Choice> THEMES =
      List.of(
          new Choice("light", "Light"), new Choice("dark", "Dark"), new Choice("system", "System"));

  private final HttpServletRequest request;

  @Inject
  Look(HttpServletRequest request) {
    this.request = request;
  }

  Look() {
    this(null);
  }

  public String getTheme() {
    return cookie("turnpike-theme")
        .filter(chosen -> THEMES.stream().anyMatch(theme -> theme.value().equals(chosen)))
        .orElse("system");
  }

  public List<Choice> getThemes() {
    return THEMES;
  }

  /**
   * The zone of every time the pages show; UTC, as the ledger's days are, until somebody chooses.
   */
  public ZoneId getZone() {
    return cookie("turnpike-zone").flatMap(Look::zone).orElse(ZoneId.of("UTC"));
  }

  /** The zone and what it is off UTC now: "Europe/Berlin, UTC+1". */
  public String getZoneLabel() {
    var zone = getZone();
    return zone.getId();
  }

  public List<String> getZones() {
    return Stream.of("UTC", getZone().getId()).distinct().toList();
  }

  private Optional<String> cookie(String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst();
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** A value and what people read for it. */
  public record Choice(String value, String label) {}
}
