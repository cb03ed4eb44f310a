package org.turnpike.tenant;

import java.util.List;
import java.util.Optional;

/** All accounts at Cloudflare. */
public interface CloudflareAccounts {
  void add(CloudflareAccount account);

  Optional<CloudflareAccount> find(AccountId id);

  Optional<CloudflareAccount> findByTag(String accountTag);

  /** By name. */
  List<CloudflareAccount> all();
}
