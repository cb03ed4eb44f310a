package org.turnpike.simulator.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every account, by id. */
public final class Accounts {

  private final Map<String, Account> byId = new ConcurrentHashMap<>();
  private final Runnable changed;

  /** Starts with these, and tells each change. */
  public Accounts(List<Account> known, Runnable changed) {
    known.forEach(account -> byId.put(account.accountId(), account));
    this.changed = changed;
  }

  public void plant(Account account) {
    byId.put(account.accountId(), account);
    changed.run();
  }

  public Optional<Account> find(String accountId) {
    return Optional.ofNullable(byId.get(accountId));
  }

  public List<Account> all() {
    return List.copyOf(byId.values());
  }

  /** Whether any account knows this token: a wrong token is a different mistake from a poor one. */
  public boolean knowToken(String token) {
    return byId.values().stream().anyMatch(account -> account.knows(token));
  }
}
