package org.turnpike.console.collection;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.usage.CollectionPace;

/** How much of our budget of queries an account has been asked, and whether it rests. */
public record AccountPace(String name, CollectionPace pace, boolean resting) {
  static List<AccountPace> of(
      List<CollectionPace> paces, List<CloudflareAccount> accounts, Clock clock) {
    Map<AccountId, CloudflareAccount> byId =
        accounts.stream().collect(Collectors.toMap(CloudflareAccount::id, Function.identity()));
    return paces.stream()
        .map(
            pace ->
                new AccountPace(
                    byId.get(pace.account()).name(),
                    pace,
                    pace.restsUntil() != null && pace.restsUntil().isAfter(clock.instant())))
        .sorted(
            Comparator.comparing(AccountPace::share).reversed().thenComparing(AccountPace::name))
        .toList();
  }

  public String state() {
    return resting ? "Rests" : "Asked";
  }

  public String tone() {
    return resting ? "warn" : "ok";
  }

  public String problem() {
    return resting ? pace.problem() : null;
  }

  public int share() {
    return pace.most() == 0 ? 0 : Math.min(100, 100 * pace.queries() / pace.most());
  }
}
