package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;

@ApplicationScoped
public class JpaTenants implements Tenants {
  private EntityManager entities;

  protected JpaTenants() {}

  @Inject
  public JpaTenants(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Tenant tenant) {
    entities.persist(tenant);
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(entities.find(Tenant.class, id));
  }

  @Override
  public Optional<Tenant> findAndHold(TenantId id) {
    return Optional.ofNullable(entities.find(Tenant.class, id, LockModeType.PESSIMISTIC_READ));
  }

  @Override
  public Optional<Tenant> findBySlug(String slug) {
    return entities
        .createQuery("select t from Tenant t where t.slug = :slug", Tenant.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Slice<Tenant> list(Set<TenantId> reach, Slice.Request page) {
    Conditions conditions =
        within(reach).and("t.id.value > :after", "after", Conditions.idOf(page.cursor()));
    return Slices.of(
        conditions.bind(
            entities.createQuery(
                "select t from Tenant t" + conditions.where() + " order by t.id.value",
                Tenant.class)),
        page,
        Tenant::id);
  }

  @Override
  public List<Tenant> all(Set<TenantId> reach) {
    Conditions conditions = within(reach);
    return conditions
        .bind(
            entities.createQuery(
                "select t from Tenant t"
                    + conditions.where()
                    + " order by lower(t.name), t.id.value",
                Tenant.class))
        .getResultList();
  }

  private static Conditions within(Set<TenantId> reach) {
    return new Conditions().and("t.id.value in :reach", "reach", Ids.of(reach));
  }
}
