package org.turnpike.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Transactions;

/** Whoever manages keys of some tenant sees the watch: he may have a firewall of his own. */
@ApplicationScoped
public class SeeAddressWatch {
  private AddressWatches watches;
  private RelayAddresses names;
  private Transactions transactions;

  protected SeeAddressWatch() {}

  @Inject
  public SeeAddressWatch(AddressWatches watches, RelayAddresses names, Transactions transactions) {
    this.watches = watches;
    this.names = names;
    this.transactions = transactions;
  }

  /** As it stands; one that never looked when there is none. */
  public AddressWatch see(Caller caller) {
    if (!mayAcknowledge(caller)) {
      caller.reach(Scope.KEYS);
    }
    return transactions.call(() -> watches.find().orElseGet(AddressWatch::new));
  }

  /** Whether the caller may say that the firewall is open, and see who did. */
  public static boolean mayAcknowledge(Caller caller) {
    return caller.mayEverywhere(Scope.ADMIN);
  }

  /** Who is asked. */
  public String resolver() {
    return names.resolver();
  }
}
