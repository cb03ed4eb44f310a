package org.turnpike.cloudflare;

import java.time.Duration;
import org.turnpike.shared.Implausible;

/**
 * What Cloudflare answered: it has taken the question (2xx) or refuses it (4xx).
 *
 * @param body never shown to anybody: it may quote what we sent
 */
record Reply(int status, String body) {
  private static final Duration RETRY_AFTER_RUBBISH = Duration.ofSeconds(5);

  boolean accepted() {
    return status < 300;
  }

  /** Whether Cloudflare does not accept who is asking. */
  boolean refusesCaller() {
    return status == 401 || status == 403;
  }

  boolean knowsNoSuchThing() {
    return status == 404;
  }

  /** Whether it refuses a question for this field, which it then names. */
  boolean refuses(String field) {
    return !refusesCaller() && body.contains(field);
  }

  UntrustedJson json() {
    return UntrustedJson.parse(body);
  }

  /** Cloudflare said yes and yet nothing that can be used. */
  static Implausible implausible(String what) {
    return new Implausible(
        "Cloudflare answered what cannot be: " + what + ".", RETRY_AFTER_RUBBISH);
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
