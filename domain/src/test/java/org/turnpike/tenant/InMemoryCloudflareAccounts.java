package org.turnpike.tenant;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryCloudflareAccounts implements CloudflareAccounts {
  private final Table<AccountId, CloudflareAccount> table;

  public InMemoryCloudflareAccounts(InMemoryTransactions transactions) {
    table = transactions.table(CloudflareAccount::id);
  }

  @Override
  public void add(CloudflareAccount account) {
    table.add(account);
  }

  @Override
  public Optional<CloudflareAccount> find(AccountId id) {
    return table.find(id);
  }

  @Override
  public Optional<CloudflareAccount> findByTag(String accountTag) {
    return table.all().stream()
        .filter(account -> account.accountTag().equalsIgnoreCase(accountTag))
        .findFirst();
  }

  @Override
  public List<CloudflareAccount> all() {
    return table.all().stream()
        .sorted(Comparator.comparing(account -> account.name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
