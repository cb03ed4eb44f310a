package org.turnpike.analytics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryPossibleLeaks implements PossibleLeaks {
  private static final Comparator<PossibleLeak> NEWEST =
      Comparator.comparing((PossibleLeak leak) -> leak.id().toString()).reversed();

  private final InMemoryTransactions transactions;
  private final TurnKeys keys;
  private final CredentialGrants grants;
  private final Table<LeakId, PossibleLeak> leaks;
  private final Table<TurnKeyId, Examined> examined;

  private record Examined(TurnKeyId key, TenantId tenant, Instant through) {}

  public InMemoryPossibleLeaks(
      InMemoryTransactions transactions, TurnKeys keys, CredentialGrants grants) {
    this.transactions = transactions;
    this.keys = keys;
    this.grants = grants;
    leaks = transactions.table(PossibleLeak::id);
    examined = transactions.table(Examined::key);
  }

  @Override
  public void add(PossibleLeak leak) {
    if (!open(leak.turnKey(), Set.of(leak.username())).stream()
        .filter(other -> other.reason() == leak.reason())
        .toList()
        .isEmpty()) {
      throw new IllegalStateException("There is an open one of the same credential and reason");
    }
    leaks.add(leak);
  }

  @Override
  public Optional<PossibleLeak> find(TenantId tenant, LeakId id) {
    return leaks.find(id).filter(this::isSeen).filter(leak -> leak.tenant().equals(tenant));
  }

  @Override
  public Slice<PossibleLeak> find(Question question, Slice.Request page) {
    return Paging.of(fitting(question).sorted(NEWEST).toList(), page, PossibleLeak::id);
  }

  @Override
  public Found find(Search search, int most) {
    List<PossibleLeak> all =
        fitting(search.question())
            .filter(leak -> search.text() == null || isAbout(leak, search))
            .sorted(by(search.order()).thenComparing(NEWEST))
            .toList();
    return new Found(all.subList(0, Math.min(most, all.size())), all.size());
  }

  private Stream<PossibleLeak> fitting(Question question) {
    return seen(
        leak ->
            leak.tenant().equals(question.tenant())
                && (question.open() == null || question.open() == leak.isOpen())
                && (question.reason() == null || question.reason() == leak.reason()));
  }

  private boolean isAbout(PossibleLeak leak, Search search) {
    String username = leak.username();
    String hint = username.substring(0, Math.min(PossibleLeak.HINT, username.length()));
    return lower(search.holders() ? username : hint).startsWith(lower(search.text()))
        || keys.find(leak.turnKey()).stream().anyMatch(key -> holds(key.name(), search))
        || (search.holders()
            && leak.grant().flatMap(grants::find).stream()
                .anyMatch(grant -> holds(grant.customIdentifier(), search)));
  }

  private static boolean holds(String name, Search search) {
    return name != null && lower(name).contains(lower(search.text()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Comparator<PossibleLeak> by(Order order) {
    return switch (order) {
      case LARGEST ->
          Comparator.comparing((PossibleLeak leak) -> leak.volume().egress()).reversed();
      case NEWEST -> NEWEST;
      case LATEST -> Comparator.comparing(PossibleLeak::lastHour).reversed();
    };
  }

  @Override
  public List<PossibleLeak> open(TurnKeyId key, Set<String> usernames) {
    return seen(PossibleLeak::isOpen)
        .filter(leak -> leak.turnKey().equals(key) && usernames.contains(leak.username()))
        .toList();
  }

  @Override
  public Map<TenantId, Open> open(Set<TenantId> tenants) {
    return seen(PossibleLeak::isOpen)
        .filter(leak -> tenants == null || tenants.contains(leak.tenant()))
        .collect(
            Collectors.toMap(
                PossibleLeak::tenant,
                leak -> new Open(1, leak.volume()),
                (one, other) ->
                    new Open(one.leaks() + other.leaks(), one.volume().plus(other.volume()))));
  }

  @Override
  public void examined(TurnKey key, Instant through) {
    examined.put(new Examined(key.id(), key.tenant(), through));
  }

  @Override
  public Map<TurnKeyId, Instant> examinedThrough(Set<TurnKeyId> keys) {
    return examined.all().stream()
        .filter(mark -> transactions.reach().includes(mark.tenant()))
        .filter(mark -> keys.contains(mark.key()))
        .collect(Collectors.toMap(Examined::key, Examined::through));
  }

  @Override
  public int forgetBefore(Instant instant) {
    List<LeakId> old =
        seen(leak -> leak.lastHour().isBefore(instant)).map(PossibleLeak::id).toList();
    old.forEach(leaks::remove);
    return old.size();
  }

  private Stream<PossibleLeak> seen(Predicate<PossibleLeak> which) {
    return leaks.all().stream().filter(this::isSeen).filter(which);
  }

  private boolean isSeen(PossibleLeak leak) {
    return transactions.reach().includes(leak.tenant());
  }
}
