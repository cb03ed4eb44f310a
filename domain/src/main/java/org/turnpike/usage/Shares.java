package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;

/**
 * The shares of TURN keys that tenants share. Each custom identifier that is seen on such a key
 * gets one; from then on it is read like a key of its own, from the oldest usage that Cloudflare
 * still has. Everything here happens within the caller's transaction.
 */
@ApplicationScoped
public class Shares {
  private TurnKeys keys;
  private ShareOwners owners;
  private Clock clock;

  protected Shares() {}

  @Inject
  public Shares(TurnKeys keys, ShareOwners owners, Clock clock) {
    this.keys = keys;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Gives a share to each identifier that has none.
   *
   * @param identifiers as Cloudflare tells them
   */
  void discover(TurnKey shared, Set<String> identifiers) {
    Set<String> unknown = new TreeSet<>(identifiers);
    keys.findToChange(shared.id()); // so that no rule comes or goes meanwhile
    for (TurnKey share : keys.shares(shared.id())) {
      unknown.removeIf(share::isOf);
    }
    for (String identifier : unknown) {
      TurnKey share =
          shared.share(identifier, owners.of(shared, identifier).orElse(null), clock.instant());
      keys.add(share);
    }
  }

  /** The key as it stands, and stays meanwhile: a share may have got another owner. */
  TurnKey held(TurnKey key) {
    return key.isOwn() ? key : keys.findAndHold(key.id()).orElseThrow();
  }
}
