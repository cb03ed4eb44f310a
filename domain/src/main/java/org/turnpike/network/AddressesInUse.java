package org.turnpike.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.shared.Transactions;

/** Where clients connect to now. Nobody is kept from seeing it: the DNS tells everybody. */
@ApplicationScoped
public class AddressesInUse {
  private AddressWatches watches;
  private Transactions transactions;

  protected AddressesInUse() {}

  @Inject
  public AddressesInUse(AddressWatches watches, Transactions transactions) {
    this.watches = watches;
    this.transactions = transactions;
  }

  /** As the watch saw them last; before its first look, as Cloudflare published them. */
  public AddressSet now() {
    return transactions.call(() -> watches.find().orElseGet(AddressWatch::new).inUse());
  }
}
