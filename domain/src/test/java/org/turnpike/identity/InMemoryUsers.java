package org.turnpike.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.world.Fields;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryUsers implements Users {
  private final Table<UUID, User> table;

  public InMemoryUsers(InMemoryTransactions transactions) {
    table = transactions.table(User::id);
  }

  @Override
  public void add(User user) {
    table.add(user);
  }

  @Override
  public Optional<User> find(UUID id) {
    return table.find(id);
  }

  @Override
  public Optional<User> findByEmail(String email) {
    return table.all().stream()
        .filter(user -> user.email().equalsIgnoreCase(email.strip()))
        .findFirst();
  }

  @Override
  public Optional<User> findByInvitation(String invitationHash) {
    return table.all().stream()
        .filter(user -> invitationHash.equals(Fields.get(user, "invitationHash")))
        .findFirst();
  }

  @Override
  public List<User> all() {
    return table.all().stream()
        .sorted(Comparator.comparing(user -> user.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return table.all().isEmpty();
  }
}
