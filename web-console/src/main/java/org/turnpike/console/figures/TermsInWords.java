package org.turnpike.console.figures;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.tenant.CallLimit;
import org.turnpike.tenant.TtlBounds;
import org.turnpike.tenant.WhenUnavailable;

/** On what terms credentials are had, as people say it. */
public final class TermsInWords {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
  private static final List<WhenUnavailable> WAYS = List.of(WhenUnavailable.values());

  private TermsInWords() {}

  /** Such as {@code 1 h 30 min} of 5400, a number or what was typed; empty for anything else. */
  public static String life(Object seconds) {
    String text = Objects.toString(seconds, "").strip();
    return SECONDS.matcher(text).matches() ? life(Integer.parseInt(text)) : "";
  }

  private static String life(int seconds) {
    return Stream.of(
            part(seconds / 3_600, "h"), part(seconds / 60 % 60, "min"), part(seconds % 60, "s"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(int count, String unit) {
    return count == 0 ? "" : count + " " + unit;
  }

  public static String bounds(TtlBounds bounds) {
    String most = life(bounds.most());
    return bounds.minTtl() == null ? "up to " + most : life(bounds.least()) + " to " + most;
  }

  /** Null is no limit. */
  public static String calls(CallLimit limit) {
    return limit == null
        ? "as often as it likes"
        : "%,d a minute, %,d at once".formatted(limit.callsPerMinute(), limit.atOnce());
  }

  public static List<WhenUnavailable> ways() {
    return WAYS;
  }

  public static String way(WhenUnavailable way) {
    return switch (way) {
      case REFUSE -> "Refuse: the app learns of it at once";
      case STUN_ONLY -> "STUN only: who needs no relay still meets";
    };
  }
}
