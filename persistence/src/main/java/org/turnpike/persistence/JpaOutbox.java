package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.notification.DestinationId;
import org.turnpike.notification.Notification;
import org.turnpike.notification.NotificationId;
import org.turnpike.notification.Outbox;
import org.turnpike.shared.Slice;

@ApplicationScoped
public class JpaOutbox implements Outbox {
  private EntityManager entities;

  protected JpaOutbox() {}

  @Inject
  public JpaOutbox(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void append(Notification notification) {
    entities.persist(notification);
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return Optional.ofNullable(entities.find(Notification.class, id));
  }

  @Override
  public List<Notification> due(Instant now, int most) {
    return entities
        .createQuery(
            "select n from Notification n where n.nextTryAt <= :now order by n.nextTryAt,"
                + " n.id.value",
            Notification.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Notification> waiting(DestinationId destination) {
    return entities
        .createQuery(
            """
            select n from Notification n
            where n.destination.value = :destination and n.nextTryAt is not null order by n.id.value
            """,
            Notification.class)
        .setParameter("destination", destination.value())
        .getResultList();
  }

  @Override
  public Slice<Notification> list(Slice.Request page) {
    Conditions conditions =
        new Conditions().and("n.id.value < :after", "after", Conditions.idOf(page.cursor()));
    return Slices.of(
        conditions.bind(
            entities.createQuery(
                "select n from Notification n" + conditions.where() + " order by n.id.value desc",
                Notification.class)),
        page,
        Notification::id);
  }

  @Override
  public int forgetBefore(Instant instant) {
    return entities
        .createQuery("delete from Notification n where n.createdAt < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
