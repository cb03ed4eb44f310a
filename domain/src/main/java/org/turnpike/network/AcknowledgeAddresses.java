package org.turnpike.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;

/** An operator says what the firewall is open for; a countdown ends with it. */
@ApplicationScoped
public class AcknowledgeAddresses {
  private static final int MOST = 200;

  private AddressWatches watches;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected AcknowledgeAddresses() {}

  @Inject
  public AcknowledgeAddresses(
      AddressWatches watches, AuditTrail audit, Transactions transactions, Clock clock) {
    this.watches = watches;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The firewall is open for these, and for no others. Refused when one is missing that has been
   * seen, for it may have been seen since the person looked.
   */
  public AddressWatch acknowledge(Caller caller, AddressSet open) {
    caller.requireEverywhere(Scope.ADMIN);
    if (open.isEmpty() || open.all().size() > MOST) {
      throw Rejected.invalid("addresses", "addresses needs 1 to " + MOST + " of them.");
    }
    return transactions.call(
        () -> {
          AddressWatch watch =
              watches
                  .find()
                  .orElseThrow(() -> Rejected.conflict("Nothing has been looked up yet."));
          String opened = watch.opened().toString();
          Instant now = clock.instant();
          watch.acknowledge(open, caller.actor().name(), now);
          audit.append(
              new AuditEntry(
                  now,
                  caller.actor(),
                  null,
                  "relay-addresses.acknowledged",
                  "relay addresses",
                  opened + " -> " + open));
          return watch;
        });
  }
}
