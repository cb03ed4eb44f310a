package org.turnpike.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.Slice;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryOutbox implements Outbox {
  private static final Comparator<Notification> BY_ID =
      Comparator.comparing(notification -> notification.id().toString());

  private final Table<NotificationId, Notification> table;

  public InMemoryOutbox(InMemoryTransactions transactions) {
    table = transactions.table(Notification::id);
  }

  @Override
  public void append(Notification notification) {
    table.add(notification);
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return table.find(id);
  }

  @Override
  public List<Notification> due(Instant now, int most) {
    return table.all().stream()
        .filter(told -> told.nextTryAt() != null && !told.nextTryAt().isAfter(now))
        .sorted(Comparator.comparing(Notification::nextTryAt).thenComparing(BY_ID))
        .limit(most)
        .toList();
  }

  @Override
  public List<Notification> waiting(DestinationId destination) {
    return table.all().stream()
        .filter(told -> told.nextTryAt() != null && told.destination().equals(destination))
        .sorted(BY_ID)
        .toList();
  }

  @Override
  public Slice<Notification> list(Slice.Request page) {
    return Paging.of(
        table.all().stream().sorted(BY_ID.reversed()).toList(), page, Notification::id);
  }

  @Override
  public int forgetBefore(Instant instant) {
    List<NotificationId> old =
        table.all().stream()
            .filter(told -> told.createdAt().isBefore(instant))
            .map(Notification::id)
            .toList();
    old.forEach(table::remove);
    return old.size();
  }
}
