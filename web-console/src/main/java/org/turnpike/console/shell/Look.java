package org.turnpike.console.shell;

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

/** How a person wants to see the console: theme and time zone, kept in cookies of the browser. */
@Named
@RequestScoped
public class Look {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final List<Theme> THEMES =
      List.of(
          new Theme("light", "Light"), new Theme("dark", "Dark"), new Theme("system", "System"));

  private HttpServletRequest request;

  protected Look() {}

  @Inject
  public Look(HttpServletRequest request) {
    this.request = request;
  }

  /** A theme and what people read for it. */
  public record Theme(String value, String label) {}

  public String theme() {
    return cookie("turnpike-theme")
        .filter(chosen -> THEMES.stream().anyMatch(theme -> theme.value().equals(chosen)))
        .orElse("system");
  }

  public List<Theme> themes() {
    return THEMES;
  }

  /** The zone of every time the pages show; UTC, as the ledger's days are, until one is chosen. */
  public ZoneId zone() {
    return cookie("turnpike-zone").flatMap(Look::zone).orElse(UTC);
  }

  /** The browser knows all the others. */
  public List<String> zones() {
    return Stream.of(UTC, zone()).map(ZoneId::getId).distinct().toList();
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
}
