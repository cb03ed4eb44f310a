package org.turnpike.cloudflare;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.turnpike.shared.Secret;

/**
 * One question to Cloudflare.
 *
 * @param authorization the header, scheme included
 * @param body null for none
 * @param limit what the answer may take
 */
record Call(String method, URI address, Secret authorization, JsonObject body, Limit limit) {
  /** The deadline of what no meeting waits for. */
  static final Duration PATIENT = Duration.ofSeconds(15);

  /**
   * What an answer may take; beyond it the call has failed.
   *
   * @param deadline for all of it, from the look-up of the name to the last byte
   * @param bytes of the body, decompressed
   */
  record Limit(Duration deadline, int bytes) {}

  static Secret bearer(Secret token) {
    return Secret.of("Bearer " + token.reveal());
  }

  /** A body may hold a person's identifier. */
  @Override
  public String toString() {
    return method + " " + address;
  }
}
