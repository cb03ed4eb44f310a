package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.identity.User;
import org.turnpike.identity.Users;

@ApplicationScoped
public class JpaUsers implements Users {
  private EntityManager entities;

  protected JpaUsers() {}

  @Inject
  public JpaUsers(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(User user) {
    entities.persist(user);
  }

  @Override
  public Optional<User> find(UUID id) {
    return Optional.ofNullable(entities.find(User.class, id));
  }

  @Override
  public Optional<User> findByEmail(String email) {
    return entities
        .createQuery("select u from User u where u.email = :email", User.class)
        .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<User> findByInvitation(String invitationHash) {
    return entities
        .createQuery("select u from User u where u.invitationHash = :hash", User.class)
        .setParameter("hash", invitationHash)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<User> all() {
    return entities
        .createQuery("select u from User u order by lower(u.name), u.id", User.class)
        .getResultList();
  }

  @Override
  public boolean isEmpty() {
    return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
  }
}
