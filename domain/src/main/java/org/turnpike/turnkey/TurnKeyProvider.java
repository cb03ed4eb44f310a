package org.turnpike.turnkey;

import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount;

/**
 * Cloudflare's management of TURN keys. Each call throws {@code Rejected} when Cloudflare refuses,
 * {@code Unavailable} when it cannot be reached, is overloaded or limits us.
 *
 * <p>Source: Cloudflare's OpenAPI, {@code /accounts/{account_id}/calls/turn_keys}.
 */
public interface TurnKeyProvider {
  /**
   * A key as Cloudflare made it.
   *
   * @param uid Cloudflare's id
   * @param secret what its minting calls are signed with; Cloudflare tells it once
   */
  record Created(String uid, Secret secret) {}

  Created create(CloudflareAccount account, String name);

  /** Throws {@code Rejected} unless the key is there. */
  void confirm(CloudflareAccount account, String uid);

  /** Throws {@code Rejected} unless the key is there and the secret is its own. */
  void verify(CloudflareAccount account, String uid, Secret secret);

  /** Deletes the key; one that is gone already is as good. */
  void delete(CloudflareAccount account, String uid);
}
