package org.turnpike.turnkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;

/**
 * TURN keys that several tenants use, and that Turnpike meters without minting: operators name
 * them, and stop metering them.
 */
@ApplicationScoped
public class ShareTurnKey {
  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private TurnKeyProvider provider;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ShareTurnKey() {}

  @Inject
  public ShareTurnKey(
      TurnKeys keys,
      CloudflareAccounts accounts,
      TurnKeyProvider provider,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.provider = provider;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Oldest first, with those that are metered no more. */
  public List<TurnKey> list(Caller caller) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(keys::shared);
  }

  /** Meters a key that exists at Cloudflare. */
  public TurnKey add(Caller caller, AccountId accountId, String name, String uid) {
    caller.requireEverywhere(Scope.ADMIN);
    String checked = Name.checked(name);
    ProvisionTurnKey.checkUid(uid);
    CloudflareAccount account =
        transactions.call(
            () ->
                Optional.ofNullable(accountId)
                    .flatMap(accounts::find)
                    .orElseThrow(
                        () ->
                            Rejected.invalid(
                                "accountId", "accountId must name an account added before.")));
    if (transactions.call(() -> keys.findByUid(uid)).isPresent()) {
      throw Rejected.conflict("This TURN key is metered already.");
    }
    provider.confirm(account, uid);
    return transactions.call(
        () -> {
          TurnKey key = TurnKey.shared(account.id(), checked, uid, clock.instant());
          keys.add(key);
          tell(caller, key, "added");
          return key;
        });
  }

  /** It and its shares are metered no more, once what was relayed until now has settled. */
  public TurnKey end(Caller caller, TurnKeyId id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          TurnKey key =
              keys.findToChange(id)
                  .filter(TurnKey::isShared)
                  .orElseThrow(() -> Rejected.notFound("shared TURN key"));
          if (key.state() == TurnKey.State.RETIRED) {
            throw Rejected.conflict("This shared TURN key is metered no more already.");
          }
          key.retire(clock.instant());
          keys.sharesToChange(id).forEach(share -> share.retire(clock.instant()));
          tell(caller, key, "ended");
          return key;
        });
  }

  private void tell(Caller caller, TurnKey key, String how) {
    audit.append(
        new AuditEntry(
            clock.instant(),
            caller.actor(),
            null,
            "shared-turn-key." + how,
            key.name(),
            "uid " + key.uid()));
  }
}
