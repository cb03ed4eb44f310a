package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.Slice;

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
  public long count(Question question) {
    Conditions conditions = conditions(question);
    return conditions
        .bind(
            entities.createQuery(
                "select count(g) from CredentialGrant g" + conditions.where(), Long.class))
        .getSingleResult();
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
