package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;

/** Operators add Cloudflare accounts, replace their tokens and try them. */
@ApplicationScoped
public class ManageAccounts {
  private CloudflareAccounts accounts;
  private AccountProbe probe;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ManageAccounts() {}

  @Inject
  public ManageAccounts(
      CloudflareAccounts accounts,
      AccountProbe probe,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.probe = probe;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  public List<CloudflareAccount> list(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(accounts::all);
  }

  public CloudflareAccount find(Caller caller, AccountId id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(() -> find(id));
  }

  /** Tries the tokens at Cloudflare first and refuses the account when one of them is refused. */
  public CloudflareAccount add(Caller caller, AccountDetails details) {
    caller.requireEverywhere(Scope.ADMIN);
    CloudflareAccount account = new CloudflareAccount(details, clock.instant());
    if (transactions.call(() -> accounts.findByTag(account.accountTag())).isPresent()) {
      throw Rejected.conflict("This Cloudflare account has been added already.");
    }
    requireTokens(probe.probe(account));
    transactions.run(
        () -> {
          accounts.add(account);
          tell(caller, "account.added", account, null);
        });
    return account;
  }

  /** Takes over what the details name; tries the tokens before it keeps them. */
  public CloudflareAccount change(Caller caller, AccountId id, AccountDetails details) {
    caller.requireEverywhere(Scope.ADMIN);
    CloudflareAccount draft = transactions.call(() -> find(id));
    if (details.accountId() != null && !details.accountId().equalsIgnoreCase(draft.accountTag())) {
      throw Rejected.invalid("accountId", "The Cloudflare account of an account cannot change.");
    }
    draft.change(details);
    requireTokens(probe.probe(draft));
    return transactions.call(
        () -> {
          CloudflareAccount account = find(id);
          String changes = account.change(details);
          if (changes != null) {
            tell(caller, "account.changed", account, changes);
          }
          return account;
        });
  }

  public AccountProbe.Outcome check(Caller caller, AccountId id) {
    return probe.probe(find(caller, id));
  }

  private CloudflareAccount find(AccountId id) {
    return accounts.find(id).orElseThrow(() -> Rejected.notFound("account"));
  }

  private static void requireTokens(AccountProbe.Outcome outcome) {
    refuse("apiToken", "TURN keys", outcome.turnKeys());
    refuse("analyticsToken", "analytics", outcome.analytics());
  }

  private static void refuse(String field, String what, AccountProbe.Answer answer) {
    switch (answer) {
      case OK -> {}
      case REFUSED ->
          throw Rejected.invalid(
              field, "Cloudflare refuses this token for " + what + ". Check its permissions.");
      case UNREACHABLE ->
          throw Rejected.conflict(
              "Cloudflare could not be reached to try the token for " + what + ". Try again.");
    }
  }

  private void tell(Caller caller, String action, CloudflareAccount account, String detail) {
    audit.append(
        new AuditEntry(clock.instant(), caller.actor(), null, action, account.name(), detail));
  }
}
