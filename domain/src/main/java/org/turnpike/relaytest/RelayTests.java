package org.turnpike.relaytest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TenantId;

/** Links to the relay test, and what was found through them. */
public interface RelayTests {
  void add(RelayTestLink link);

  /**
   * Finds a link and keeps others from using it until the transaction ends.
   *
   * @param hash the SHA-256 of its token, 64 hexadecimal digits
   */
  Optional<RelayTestLink> findAndHold(String hash);

  /** A tenant's, newest first, but for those whose life was over by then. */
  List<RelayTestLink> unexpired(TenantId tenant, Instant instant);

  void add(RelayTestResult result);

  /** A tenant's, newest first. */
  List<RelayTestResult> latest(TenantId tenant, int most);

  /** Deletes results told before that, of all tenants; says how many. */
  int forgetBefore(Instant instant);
}
