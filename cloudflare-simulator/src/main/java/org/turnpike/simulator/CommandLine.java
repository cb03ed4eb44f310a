package org.turnpike.simulator;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.simulator.traffic.Settling;
import org.turnpike.simulator.turn.IceUrls;

/**
 * {@code --name=value} or {@code --name value}; what is absent comes from the environment, where
 * {@code --turn-urls} is {@code SIMULATOR_TURN_URLS}.
 */
final class CommandLine {

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "port",
              "seed",
              "state",
              "settling",
              "retention",
              "max-duration",
              "page-size",
              "errors-inside-200",
              "ice-servers-keep-identifier",
              "port-53",
              "stun-urls",
              "turn-urls",
              "shared-secret"));

  private final Map<String, String> given;
  private final Map<String, String> environment;

  CommandLine(String[] arguments, Map<String, String> environment) {
    this.given = parsed(arguments);
    this.environment = environment;
  }

  SimulatorOptions options() {
    SimulatorOptions options = SimulatorOptions.defaults();
    return options
        .withPort(value("port", Integer::valueOf).orElse(options.port()))
        .withSeed(value("seed", Long::valueOf).orElse(options.seed()))
        .withStateFile(value("state", Path::of).orElse(null))
        .withMinting(minting())
        .withAnalytics(analytics());
  }

  private MintingRules minting() {
    IceUrls urls =
        value("port-53", CommandLine::truth).orElse(true)
            ? IceUrls.withPort53()
            : IceUrls.documented();
    return new MintingRules(
        new IceUrls(
            value("stun-urls", CommandLine::list).orElse(urls.stun()),
            value("turn-urls", CommandLine::list).orElse(urls.turn())),
        value("shared-secret", Function.identity()).orElse(null),
        value("ice-servers-keep-identifier", CommandLine::truth).orElse(true));
  }

  private AnalyticsRules analytics() {
    AnalyticsRules rules = AnalyticsRules.DEFAULT;
    DatasetLimits limits = rules.limits();
    return new AnalyticsRules(
        new Settling(
            rules.settling().latency(),
            value("settling", Duration::parse).orElse(rules.settling().settlesAfter())),
        new DatasetLimits(
            limits.enabled(),
            value("retention", Duration::parse).orElse(limits.notOlderThan()),
            value("max-duration", Duration::parse).orElse(limits.maxDuration()),
            value("page-size", Integer::valueOf).orElse(limits.maxPageSize()),
            limits.maxNumberOfFields()),
        value("errors-inside-200", CommandLine::truth).orElse(rules.errorsInside200()));
  }

  private <T> Optional<T> value(String name, Function<String, T> parse) {
    String fromEnvironment =
        environment.get("SIMULATOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    String text = given.getOrDefault(name, fromEnvironment);
    try {
      return Optional.ofNullable(text).map(parse);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("--" + name + " has a bad value", e);
    }
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return text.equals("true");
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static Map<String, String> parsed(String[] arguments) {
    Map<String, String> parsed = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      String name = equals < 0 ? arguments[i] : arguments[i].substring(0, equals);
      boolean known = name.startsWith("--") && NAMES.contains(name.substring(2));
      if (!known || (equals < 0 && i + 1 == arguments.length)) {
        throw new IllegalArgumentException(
            "Usage: cloudflare-simulator --name=value with the names " + NAMES);
      }
      parsed.put(
          name.substring(2), equals < 0 ? arguments[++i] : arguments[i].substring(equals + 1));
    }
    return parsed;
  }
}
