package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;

@ApplicationScoped
public class JpaCredentialGrants implements CredentialGrants {
  private EntityManager entities;

  protected JpaCredentialGrants() {}

  @Inject
  public JpaCredentialGrants(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(CredentialGrant grant) {
    entities.persist(grant);
  }

  @Override
  public Optional<CredentialGrant> find(GrantId id) {
    return Optional.ofNullable(entities.find(CredentialGrant.class, id));
  }

  @Override
  public Optional<CredentialGrant> findByUsername(TenantId tenant, String username) {
    return entities
        .createQuery(
            "select g from CredentialGrant g"
                + " where g.tenant.value = :tenant and g.username = :username",
            CredentialGrant.class)
        .setParameter("tenant", tenant.value())
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Map<String, CredentialGrant> byUsername(
      TenantId tenant, TurnKeyId key, Set<String> usernames) {
    return usernames.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select g from CredentialGrant g where g.tenant.value = :tenant"
                    + " and g.username in :usernames and g.turnKey.value = :key",
                CredentialGrant.class)
            .setParameter("tenant", tenant.value())
            .setParameter("usernames", usernames)
            .setParameter("key", key.value())
            .getResultStream()
            .collect(Collectors.toMap(CredentialGrant::username, grant -> grant));
  }

  @Override
  public Slice<CredentialGrant> find(Question question, Slice.Request page) {
    Conditions conditions =
        conditions(question).and("g.id.value < :after", "after", Conditions.idOf(page.cursor()));
    return Slices.of(
        conditions.bind(
            entities.createQuery(
                "select g from CredentialGrant g"
                    + conditions.where()
                    + " order by g.id.value desc",
                CredentialGrant.class)),
        page,
        CredentialGrant::id);
  }

  @Override
  public List<CredentialGrant> all(Question question, int most) {
    Conditions conditions = conditions(question);
    return conditions
        .bind(
            entities.createQuery(
                "select g from CredentialGrant g" + conditions.where() + " order by g.id.value",
                CredentialGrant.class))
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    return entities
        .createQuery("delete from CredentialGrant g where g.expiresAt < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }

  @Override
  public Map<TurnKeyId, Activity> activity(TenantId tenant, Instant at) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT k.id, served.live, served.last FROM turn_key k CROSS JOIN LATERAL (
              SELECT (SELECT max(g.issued_at) FROM credential_grant g
                  WHERE g.turn_key_id = k.id) AS last,
                (SELECT count(*) FROM credential_grant g WHERE g.turn_key_id = k.id
                  AND g.revoked_at IS NULL AND g.expires_at > :at) AS live) served
            WHERE k.tenant_id = :tenant AND served.last IS NOT NULL
            """,
            Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("live", Long.class)
        .addScalar("last", Instant.class)
        .setParameter("tenant", tenant.value())
        .setParameter("at", at)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> new TurnKeyId(row.get("id", UUID.class)),
                row -> new Activity(row.get("live", Long.class), row.get("last", Instant.class))));
  }

  @Override
  public List<Newcomers> newcomers(Instant now, int part) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT g.turn_key_id, g.ttl_seconds, count(*) AS newcomers
            FROM turn_key k JOIN credential_grant g
              ON g.turn_key_id = k.id AND g.issued_at > :longest
            WHERE g.issued_at > CAST(:now AS timestamptz)
                - make_interval(secs => 1.0 * g.ttl_seconds / :part)
              AND NOT EXISTS (
                SELECT 1 FROM credential_grant earlier
                WHERE earlier.tenant_id = g.tenant_id AND earlier.api_key_id = g.api_key_id
                  AND earlier.custom_identifier = g.custom_identifier
                  AND earlier.issued_at < g.issued_at AND earlier.expires_at > g.issued_at)
            GROUP BY g.turn_key_id, g.ttl_seconds
            """,
            Tuple.class)
        .addScalar("turn_key_id", UUID.class)
        .addScalar("ttl_seconds", Integer.class)
        .addScalar("newcomers", Long.class)
        .setParameter("longest", now.minusSeconds(TimeToLive.MOST / part))
        .setParameter("now", now)
        .setParameter("part", part)
        .getResultStream()
        .map(
            row ->
                new Newcomers(
                    new TurnKeyId(row.get("turn_key_id", UUID.class)),
                    new TimeToLive(row.get("ttl_seconds", Integer.class)),
                    row.get("newcomers", Long.class)))
        .toList();
  }

  private static Conditions conditions(Question question) {
    return new Conditions()
        .and("g.tenant.value in :tenants", "tenants", Ids.of(question.tenants()))
        .and("g.customIdentifier = :identifier", "identifier", question.customIdentifier())
        .and(
            "g.turnKey.value = :turnKey",
            "turnKey",
            question.turnKey() == null ? null : question.turnKey().value())
        .and("g.revokedAt is null and g.expiresAt > :liveAt", "liveAt", question.liveAt())
        .and("g.issuedAt < :issuedBefore", "issuedBefore", question.issuedBefore());
  }
}
