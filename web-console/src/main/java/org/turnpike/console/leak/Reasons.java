package org.turnpike.console.leak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.turnpike.analytics.LeakReason;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Why usage may be a leak, in words: what it means, and what to do next. */
@Named("leakReasons")
@ApplicationScoped
public class Reasons {
  private Settings settings;

  protected Reasons() {}

  @Inject
  public Reasons(Settings settings) {
    this.settings = settings;
  }

  public String label(LeakReason reason) {
    return switch (reason) {
      case NEVER_ISSUED -> "Never issued";
      case REVOKED -> "Used after revocation";
      case EXPIRED -> "Used after its end";
      case TOO_MUCH -> "Too much for one";
    };
  }

  public String tone(LeakReason reason) {
    return reason == LeakReason.NEVER_ISSUED ? "bad" : "warn";
  }

  public String meaning(LeakReason reason) {
    return switch (reason) {
      case NEVER_ISSUED ->
          "Turnpike handed this credential to nobody. Somebody else mints with the TURN key, or it"
              + " got out of the reserve. On a TURN key that was adopted, it may be what another"
              + " app minted before.";
      case REVOKED ->
          "Cloudflare relayed for it later than " + tolerance() + " after it had been revoked.";
      case EXPIRED ->
          "Cloudflare relayed for it later than " + tolerance() + " after it had expired.";
      case TOO_MUCH ->
          "In each of these hours it relayed more than "
              + settings.text(Setting.LEAKS_CREDENTIAL_RATE)
              + " Mbit/s would, one way: more than one holder needs. It may be passed around.";
    };
  }

  /**
   * What a person can do.
   *
   * @param live whether the credential still works, as far as we know
   */
  public String advice(LeakReason reason, boolean live) {
    return switch (reason) {
      case NEVER_ISSUED ->
          "Find out who else has the TURN key’s secret. If nobody should, create a new TURN key,"
              + " then delete this one.";
      case REVOKED, EXPIRED ->
          "Cloudflare is late to cut credentials off. If it goes on, create a new TURN key, then"
              + " delete this one; that ends all its calls.";
      case TOO_MUCH ->
          live
              ? "Revoke it, and see who comes again. If it is one app’s honest use, dismiss this."
              : "It is over. See whether its holder’s next credential does the same.";
    };
  }

  private String tolerance() {
    Duration tolerance = settings.duration(Setting.LEAKS_TOLERANCE);
    return tolerance.toMinutes() % 60 == 0 && tolerance.toHours() > 0
        ? tolerance.toHours() + " h"
        : Math.max(1, tolerance.toMinutes()) + " min";
  }
}
