package org.turnpike.console.collection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnpike.console.shell.Times;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.CollectionState;

/** What an operator must know of the collection before anything else. */
public final class CollectionTiles {
  private static final int DAYS_TO_ACT = 3;
  private static final Duration LATE = Duration.ofHours(1);

  private final List<CollectionState> keys;
  private final Map<TenantId, String> names;
  private final List<AccountPace> paces;
  private final Times times;
  private final Instant now;

  CollectionTiles(
      List<CollectionState> keys,
      List<Tenant> tenants,
      List<AccountPace> paces,
      Times times,
      Instant now) {
    this.keys = keys;
    this.names = tenants.stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    this.paces = paces;
    this.times = times;
    this.now = now;
  }

  /** A figure, and what stands below it. */
  public record Tile(String value, String tone, String note) {}

  /** The missing window that Cloudflare forgets first. */
  public Tile goneNext() {
    Optional<CollectionState> next =
        keys.stream()
            .filter(key -> key.goneAt().isPresent())
            .min(Comparator.comparing(key -> key.goneAt().orElseThrow()));
    if (next.isEmpty()) {
      return new Tile("Nothing", "ok", "no window is missing");
    }
    long days = next.get().daysLeft(now).orElseThrow();
    return new Tile(
        days < 1 ? "Today" : days == 1 ? "In 1 day" : "In " + days + " days",
        days < DAYS_TO_ACT ? "bad" : "",
        named(next.get()) + ", from " + times.minute(next.get().missing().orElseThrow().start()));
  }

  /** TURN keys more than an hour behind. */
  public Tile behind() {
    List<CollectionState> late =
        keys.stream()
            .filter(
                key ->
                    key.fetched().isEmpty()
                        || Duration.between(key.fetched().get().end(), now).compareTo(LATE) > 0)
            .toList();
    return late.isEmpty()
        ? new Tile(
            "None", "ok", "all %d TURN keys are in up to the last hour".formatted(keys.size()))
        : new Tile(
            late.size() + " of " + keys.size(),
            "warn",
            "TURN keys, %s first".formatted(named(late.get(0))));
  }

  /** What nobody will ever know. */
  public Tile lost() {
    Duration lost =
        keys.stream()
            .flatMap(key -> key.lost().stream())
            .map(each -> each.range().length())
            .reduce(Duration.ZERO, Duration::plus);
    return lost.isZero()
        ? new Tile("Nothing", "ok", "since collection began")
        : new Tile(lost.toHours() + " h", "bad", "of TURN keys, added up, since collection began");
  }

  /** Of the account that was asked most. */
  public Tile queries() {
    return paces.stream()
        .max(Comparator.comparing(AccountPace::share))
        .map(
            most ->
                new Tile(
                    most.pace().queries() + " of " + most.pace().most(),
                    most.resting() ? "warn" : "",
                    most.resting()
                        ? most.name() + " rests until " + times.second(most.pace().restsUntil())
                        : most.name()))
        .orElse(new Tile("None", "", "no account was asked yet"));
  }

  /** When Cloudflare was last asked of any key. */
  public String stamp() {
    return keys.stream()
        .filter(key -> key.mark() != null && key.mark().collectedAt() != null)
        .map(key -> key.mark().collectedAt())
        .max(Comparator.naturalOrder())
        .map(last -> "Last read " + times.second(last) + " " + times.zone() + " · cells are UTC")
        .orElse("Nothing was read yet");
  }

  private String named(CollectionState key) {
    return key.turnKey().tenant() == null
        ? key.turnKey().name() + ", shared"
        : key.turnKey().name() + " of " + names.getOrDefault(key.turnKey().tenant(), "a tenant");
  }
}
