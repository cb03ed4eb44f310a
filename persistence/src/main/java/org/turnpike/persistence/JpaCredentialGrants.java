package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.GrantId;
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
        .createQuery(
            """
            select g.turnKey.value as key, max(g.issuedAt) as last,
              sum(case when g.revokedAt is null and g.expiresAt > :at then 1L else 0L end) as live
            from CredentialGrant g where g.tenant.value = :tenant group by g.turnKey.value
            """,
            Tuple.class)
        .setParameter("tenant", tenant.value())
        .setParameter("at", at)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> new TurnKeyId(row.get("key", UUID.class)),
                row -> new Activity(row.get("live", Long.class), row.get("last", Instant.class))));
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
