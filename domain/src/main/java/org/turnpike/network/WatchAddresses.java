package org.turnpike.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.turnpike.notification.Notify;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/**
 * Looks at the addresses of Cloudflare's relays, on one node at a time and no more often than the
 * settings say; what is to be told goes into the outbox in the transaction that notes it.
 */
@ApplicationScoped
public class WatchAddresses {
  private static final String WORK = "address-watch";

  /** Longer than four questions to a resolver that is silent. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private AddressWatches watches;
  private RelayAddresses names;
  private Notify notify;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected WatchAddresses() {}

  @Inject
  public WatchAddresses(
      AddressWatches watches,
      RelayAddresses names,
      Notify notify,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.watches = watches;
    this.names = names;
    this.notify = notify;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** One look, unless another node has just had one. */
  public void watch() {
    leases
        .take(WORK, LEASE)
        .ifPresent(
            lease -> {
              try {
                if (transactions.call(this::isDue)) {
                  note(Look.at(names, clock.instant()), lease);
                }
              } finally {
                leases.release(lease);
              }
            });
  }

  private boolean isDue() {
    Duration rest = settings.duration(Setting.DNS_INTERVAL).dividedBy(2);
    return watches
        .find()
        .map(AddressWatch::lookedAt)
        .filter(last -> last.plus(rest).isAfter(clock.instant()))
        .isEmpty();
  }

  private void note(Look look, Leases.Lease lease) {
    transactions.run(
        () -> {
          leases.confirm(lease);
          AddressWatch watch = watches.find().orElseGet(this::added);
          AddressWatch.Change change = watch.saw(look);
          if (change != AddressWatch.Change.NOTHING) {
            notify.tell(WatchAlerts.of(change, watch, look.at()));
          }
        });
  }

  private AddressWatch added() {
    AddressWatch watch = new AddressWatch();
    watches.add(watch);
    return watch;
  }
}
