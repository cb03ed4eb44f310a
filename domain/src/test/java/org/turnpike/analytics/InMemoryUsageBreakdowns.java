package org.turnpike.analytics;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryUsageBreakdowns implements UsageBreakdowns {
  private final InMemoryTransactions transactions;
  private final Table<Cell, OfIdentifier> identifiers;
  private final Table<Cell, OfPlace> places;
  private final Table<Cell, OfKey> connections;
  private final Table<TurnKeyId, Span> spans;
  private final Table<Long, Surrogate> surrogates;
  private long lastSurrogate;

  /** What a row is found by: whose is a surrogate, or a place. */
  private record Cell(TurnKeyId key, Instant hour, Object whose) {}

  private record Named(TurnKeyId key, String identifier) {}

  private record Surrogate(Long id, TenantId tenant, Named named, Instant lastHour) {}

  private record Span(TurnKeyId key, TenantId tenant, TimeRange known) {}

  record OfIdentifier(TenantId tenant, TurnKeyId key, Share<Long> share) {
    private Cell cell() {
      return new Cell(key, share.hour(), share.whose());
    }
  }

  record OfPlace(TenantId tenant, TurnKeyId key, Share<Place> share) {
    private Cell cell() {
      return new Cell(key, share.hour(), share.whose());
    }
  }

  record OfKey(TenantId tenant, TurnKeyId key, HourOfConnections hour) {
    private Cell cell() {
      return new Cell(key, hour.hour(), "");
    }
  }

  public InMemoryUsageBreakdowns(InMemoryTransactions transactions) {
    this.transactions = transactions;
    identifiers = transactions.table(OfIdentifier::cell);
    places = transactions.table(OfPlace::cell);
    connections = transactions.table(OfKey::cell);
    spans = transactions.table(Span::key);
    surrogates = transactions.table(Surrogate::id);
  }

  @Override
  public void replace(TurnKey key, Breakdown breakdown, TimeRange known) {
    Predicate<Cell> old =
        cell -> cell.key().equals(key.id()) && breakdown.hours().contains(cell.hour());
    remove(old);
    for (Share<String> share : breakdown.identifiers()) {
      Long id = named(key, share);
      identifiers.put(
          new OfIdentifier(key.tenant(), key.id(), new Share<>(share.hour(), id, share.volume())));
    }
    breakdown.places().forEach(share -> places.put(new OfPlace(key.tenant(), key.id(), share)));
    breakdown
        .connections()
        .forEach(hour -> connections.put(new OfKey(key.tenant(), key.id(), hour)));
    spans.put(new Span(key.id(), key.tenant(), known));
  }

  private int remove(Predicate<Cell> which) {
    List<Cell> ofIdentifiers =
        identifiers().stream().map(OfIdentifier::cell).filter(which).toList();
    List<Cell> ofPlaces = places().stream().map(OfPlace::cell).filter(which).toList();
    List<Cell> ofKeys = connections().stream().map(OfKey::cell).filter(which).toList();
    ofIdentifiers.forEach(identifiers::remove);
    ofPlaces.forEach(places::remove);
    ofKeys.forEach(connections::remove);
    return ofIdentifiers.size() + ofPlaces.size() + ofKeys.size();
  }

  private Long named(TurnKey key, Share<String> share) {
    Named named = new Named(key.id(), share.whose());
    Optional<Surrogate> known =
        surrogates.all().stream().filter(each -> each.named().equals(named)).findFirst();
    Long id = known.map(Surrogate::id).orElseGet(() -> ++lastSurrogate);
    Instant last = known.map(Surrogate::lastHour).orElse(Instant.MIN);
    surrogates.put(
        new Surrogate(id, key.tenant(), named, last.isAfter(share.hour()) ? last : share.hour()));
    return id;
  }

  @Override
  public Optional<TimeRange> known(TurnKeyId key) {
    return Optional.ofNullable(known(span -> span.key().equals(key)).get(key));
  }

  @Override
  public Map<TurnKeyId, TimeRange> known(Set<TenantId> tenants) {
    return known(span -> tenants.contains(span.tenant()));
  }

  private Map<TurnKeyId, TimeRange> known(Predicate<Span> which) {
    return spans.all().stream()
        .filter(span -> transactions.reach().includes(span.tenant()))
        .filter(which)
        .collect(toMap(Span::key, Span::known));
  }

  @Override
  public boolean erase(TenantId tenant, String identifier) {
    List<Long> found =
        surrogates.all().stream()
            .filter(each -> each.tenant().equals(tenant))
            .filter(each -> each.named().identifier().equals(identifier))
            .map(Surrogate::id)
            .toList();
    found.forEach(surrogates::remove);
    return !found.isEmpty();
  }

  @Override
  public int forgetBefore(Instant instant) {
    for (Span span : spans.all()) {
      TimeRange known = span.known();
      if (!known.end().isAfter(instant)) {
        spans.remove(span.key());
      } else if (known.start().isBefore(instant)) {
        spans.put(new Span(span.key(), span.tenant(), new TimeRange(instant, known.end())));
      }
    }
    List<Long> unseen =
        surrogates.all().stream()
            .filter(each -> each.lastHour().isBefore(instant))
            .map(Surrogate::id)
            .toList();
    unseen.forEach(surrogates::remove);
    return remove(cell -> cell.hour().isBefore(instant)) + unseen.size();
  }

  List<OfIdentifier> identifiers() {
    return identifiers.all().stream().filter(row -> isSeen(row.tenant())).toList();
  }

  List<OfPlace> places() {
    return places.all().stream().filter(row -> isSeen(row.tenant())).toList();
  }

  List<OfKey> connections() {
    return connections.all().stream().filter(row -> isSeen(row.tenant())).toList();
  }

  /** Nothing where it was erased. */
  Optional<String> name(Long surrogate) {
    return surrogates.find(surrogate).map(each -> each.named().identifier());
  }

  private boolean isSeen(TenantId tenant) {
    return transactions.reach().includes(tenant);
  }
}
