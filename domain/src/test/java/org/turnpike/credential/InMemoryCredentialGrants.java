package org.turnpike.credential;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryCredentialGrants implements CredentialGrants {
  private static final Comparator<CredentialGrant> OLDEST_FIRST =
      Comparator.comparing(grant -> grant.id().toString());

  private final Table<GrantId, CredentialGrant> table;

  public InMemoryCredentialGrants(InMemoryTransactions transactions) {
    table = transactions.table(CredentialGrant::id);
  }

  @Override
  public void add(CredentialGrant grant) {
    table.add(grant);
  }

  @Override
  public Optional<CredentialGrant> find(GrantId id) {
    return table.find(id);
  }

  @Override
  public Optional<CredentialGrant> findByUsername(TenantId tenant, String username) {
    return table.all().stream()
        .filter(grant -> grant.tenant().equals(tenant) && grant.username().equals(username))
        .findFirst();
  }

  @Override
  public Map<String, CredentialGrant> byUsername(
      TenantId tenant, TurnKeyId key, Set<String> usernames) {
    return table.all().stream()
        .filter(grant -> grant.tenant().equals(tenant) && grant.turnKey().equals(key))
        .filter(grant -> usernames.contains(grant.username()))
        .collect(Collectors.toMap(CredentialGrant::username, grant -> grant));
  }

  @Override
  public Slice<CredentialGrant> find(Question question, Slice.Request page) {
    return Paging.of(fitting(question, OLDEST_FIRST.reversed()), page, CredentialGrant::id);
  }

  @Override
  public List<CredentialGrant> all(Question question, int most) {
    return fitting(question, OLDEST_FIRST).stream().limit(most).toList();
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    List<GrantId> over =
        table.all().stream()
            .filter(grant -> grant.expiresAt().isBefore(instant))
            .map(CredentialGrant::id)
            .toList();
    over.forEach(table::remove);
    return over.size();
  }

  @Override
  public Map<TurnKeyId, Activity> activity(TenantId tenant, Instant at) {
    return table.all().stream()
        .filter(grant -> grant.tenant().equals(tenant))
        .collect(
            Collectors.toMap(
                CredentialGrant::turnKey,
                grant -> new Activity(grant.isLive(at) ? 1 : 0, grant.issuedAt()),
                InMemoryCredentialGrants::sum));
  }

  @Override
  public List<Newcomers> newcomers(Instant now, int part) {
    Map<Asker, List<CredentialGrant>> byAsker =
        table.seen().stream().collect(Collectors.groupingBy(Asker::of));
    return table.seen().stream()
        .filter(grant -> grant.issuedAt().isAfter(now.minusSeconds(grant.ttl().seconds() / part)))
        .filter(
            grant ->
                byAsker.get(Asker.of(grant)).stream().noneMatch(other -> precedes(other, grant)))
        .collect(
            Collectors.toMap(
                grant -> new Newcomers(grant.turnKey(), grant.ttl(), 0), grant -> 1L, Long::sum))
        .entrySet()
        .stream()
        .map(e -> new Newcomers(e.getKey().turnKey(), e.getKey().ttl(), e.getValue()))
        .toList();
  }

  /** Who asked: one without an identifier is each time another. */
  private record Asker(UUID apiKey, Object who) {
    static Asker of(CredentialGrant grant) {
      String identifier = grant.customIdentifier();
      return new Asker(grant.apiKey(), identifier == null ? grant.id() : identifier);
    }
  }

  private static boolean precedes(CredentialGrant earlier, CredentialGrant grant) {
    return earlier.issuedAt().isBefore(grant.issuedAt())
        && earlier.expiresAt().isAfter(grant.issuedAt());
  }

  private static Activity sum(Activity one, Activity other) {
    Instant last =
        one.lastIssuedAt().isAfter(other.lastIssuedAt())
            ? one.lastIssuedAt()
            : other.lastIssuedAt();
    return new Activity(one.live() + other.live(), last);
  }

  private List<CredentialGrant> fitting(Question question, Comparator<CredentialGrant> order) {
    return table.all().stream().filter(grant -> fits(grant, question)).sorted(order).toList();
  }

  private static boolean fits(CredentialGrant grant, Question question) {
    return (question.tenants() == null || question.tenants().contains(grant.tenant()))
        && (question.customIdentifier() == null
            || question.customIdentifier().equals(grant.customIdentifier()))
        && (question.turnKey() == null || question.turnKey().equals(grant.turnKey()))
        && (question.liveAt() == null || grant.isLive(question.liveAt()))
        && (question.issuedBefore() == null || grant.issuedAt().isBefore(question.issuedBefore()));
  }
}
