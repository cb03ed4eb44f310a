package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;

@ApplicationScoped
public class JpaCloudflareAccounts implements CloudflareAccounts {
  private EntityManager entities;

  protected JpaCloudflareAccounts() {}

  @Inject
  public JpaCloudflareAccounts(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(CloudflareAccount account) {
    entities.persist(account);
  }

  @Override
  public Optional<CloudflareAccount> find(AccountId id) {
    return Optional.ofNullable(entities.find(CloudflareAccount.class, id));
  }

  @Override
  public Optional<CloudflareAccount> findByTag(String accountTag) {
    return entities
        .createQuery(
            "select a from CloudflareAccount a where a.accountTag = :tag", CloudflareAccount.class)
        .setParameter("tag", accountTag.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<CloudflareAccount> all() {
    return entities
        .createQuery(
            "select a from CloudflareAccount a order by lower(a.name), a.id.value",
            CloudflareAccount.class)
        .getResultList();
  }
}
