package org.turnpike.simulator.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every account, by id. */
public final class Accounts {

  private final Map<String, Account> byId = new ConcurrentHashMap<>();

  public void plant(Account account) {
    byId.put(account.accountId(), account);
  }

  public Optional<Account> find(String accountId) {
    return Optional.ofNullable(byId.get(accountId));
  }

  /** Whether any account knows this token: a wrong token is a different mistake from a poor one. */
  public boolean knowToken(String token) {
    return byId.values().stream().anyMatch(account -> account.knows(token));
  }

  Collection<Account> all() {
    return byId.values();
  }
}
