package org.turnpike.shared;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a setting must be, and what it then says. */
interface Form<T> {
  /** Any. */
  Form<String> TEXT = text -> text;

  /** ISO-8601, such as PT1M or P90D; positive. */
  Form<Duration> DURATION = Form::duration;

  /** With a host. */
  Form<URI> URL = Form::url;

  int HIGHEST_PORT = 65_535;

  Pattern ENDPOINT =
      Pattern.compile(
          "(?<host>\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:(?<port>\\d{1,5}))?|(?<bare>[0-9a-fA-F.]*(:[0-9a-fA-F.]*){2,})");

  /** The text is not of the form; the message goes on after the setting's name. */
  final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private Unreadable(String must, String text) {
      super("must " + must + ", and is " + text);
    }
  }

  /** Throws {@link Unreadable}. */
  T read(String text);

  /** A whole number. */
  static Form<Integer> whole(int least, int most) {
    return text -> {
      int number = whole(text);
      if (number < least || number > most) {
        throw new Unreadable("be between " + least + " and " + most, text);
      }
      return number;
    };
  }

  /** One of these words. */
  static Form<String> oneOf(String... words) {
    List<String> all = List.of(words);
    return text -> {
      if (!all.contains(text)) {
        throw new Unreadable("be one of " + String.join(", ", all), text);
      }
      return text;
    };
  }

  /** A host and, after a colon, its port; an IPv6 address with a port stands in brackets. */
  static Form<InetSocketAddress> endpoint(int usualPort) {
    return text -> {
      Matcher parts = ENDPOINT.matcher(text);
      String host = "";
      int port = usualPort;
      if (parts.matches()) {
        host = parts.group("host") == null ? parts.group("bare") : parts.group("host");
        port = parts.group("port") == null ? usualPort : Integer.parseInt(parts.group("port"));
      }
      if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
        throw new Unreadable("be host, host:port or [IPv6]:port", text);
      }
      return InetSocketAddress.createUnresolved(host.replaceAll("[\\[\\]]", ""), port);
    };
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Unreadable("be a whole number", text);
    }
  }

  private static Duration duration(String text) {
    Duration duration;
    try {
      duration = Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new Unreadable("be an ISO-8601 duration such as PT1M or P90D", text);
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new Unreadable("be longer than nothing", text);
    }
    return duration;
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw noUrl(text);
    }
    throw noUrl(text);
  }

  /** Before an @ may stand the password of a proxy. */
  private static Unreadable noUrl(String text) {
    return new Unreadable(
        "be a full URL such as https://host/", text.substring(text.lastIndexOf('@') + 1));
  }
}
