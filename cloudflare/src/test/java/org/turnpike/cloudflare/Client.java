package org.turnpike.cloudflare;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** The adapters over one client, put together as the server does it. */
final class Client implements AutoCloseable {
  final CloudflareHttp http;
  final CloudflareCredentials credentials;
  final CloudflareTurnKeys turnKeys;
  final CloudflareUsage usage;
  final CloudflareBreakdowns breakdowns;
  final CloudflareUsernames usernames;
  final CloudflareAccountProbe probe;

  Client(Clock clock) {
    this(clock, Map.of());
  }

  Client(Clock clock, Map<Setting, String> changes) {
    // Long enough for a first call on a busy machine; tests of the deadline set their own.
    Map<Setting, String> values = new EnumMap<>(Map.of(Setting.UPSTREAM_TIMEOUT, "PT10S"));
    values.putAll(changes);
    Settings settings = new Settings(setting -> Optional.ofNullable(values.get(setting)));
    http = new CloudflareHttp(settings, clock);
    AnalyticsCalls analytics = new AnalyticsCalls(http, settings, clock);
    credentials = new CloudflareCredentials(http, new Breakers(clock), settings);
    turnKeys = new CloudflareTurnKeys(http);
    usage = new CloudflareUsage(analytics, clock);
    DisplayQuestions questions = new DisplayQuestions(analytics, clock);
    breakdowns = new CloudflareBreakdowns(questions);
    usernames = new CloudflareUsernames(questions);
    probe = new CloudflareAccountProbe(http, analytics);
  }

  @Override
  public void close() {
    http.close();
  }
}
