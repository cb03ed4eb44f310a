package org.turnpike.analytics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.turnpike.shared.Implausible;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;

/**
 * A round over TURN keys of what nobody is billed by. It ends soon, since billed usage waits for
 * its end; an account that may not be asked further is left alone for the rest of it.
 */
final class DisplayRound {
  private static final Logger LOG = System.getLogger(DisplayRound.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final String what;
  private final CloudflareAccounts accounts;
  private final Transactions transactions;
  private final Clock clock;

  /** What is read of a key. */
  interface Reading {
    void read(CloudflareAccount account, TurnKey key);
  }

  /**
   * A kind of rounds.
   *
   * @param what is read, as the log says it
   */
  DisplayRound(String what, CloudflareAccounts accounts, Transactions transactions, Clock clock) {
    this.what = what;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  void over(List<TurnKey> keys, Reading reading) {
    Instant until = clock.instant().plus(LONGEST);
    Set<AccountId> resting = new HashSet<>();
    for (TurnKey key : keys) {
      if (clock.instant().isBefore(until)
          && !resting.contains(key.account())
          && !mayGoOn(key, reading)) {
        resting.add(key.account());
      }
    }
  }

  /** Whether the key's account may be asked further in this round. */
  private boolean mayGoOn(TurnKey key, Reading reading) {
    try {
      CloudflareAccount account =
          transactions.call(() -> accounts.find(key.account()).orElseThrow());
      reading.read(account, key);
      return true;
    } catch (Rejected | Implausible e) {
      LOG.log(Level.WARNING, "No {0} of TURN key {1}: {2}", what, key.uid(), e.getMessage());
      return true;
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "{0} of TURN key {1} wait: {2}", what, key.uid(), e.getMessage());
      return false;
    } catch (Leases.Lost e) {
      throw e;
    } catch (RuntimeException e) { // a fault of ours with one key must not starve the others
      LOG.log(Level.ERROR, what + " of TURN key " + key.uid() + " not read", e);
      return true;
    }
  }
}
