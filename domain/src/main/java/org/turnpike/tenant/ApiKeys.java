package org.turnpike.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TenantId;

/** All API keys, by the hash of the key. */
public interface ApiKeys {
  void add(ApiKey key);

  Optional<ApiKey> find(ApiKeyId id);

  /** Finds it and keeps others from changing it until the transaction ends. */
  Optional<ApiKey> findAndHold(ApiKeyId id);

  /**
   * By the key's SHA-256.
   *
   * @param hash 64 hexadecimal digits
   */
  Optional<ApiKey> findByHash(String hash);

  /** A tenant's own, the operators' for null; newest first. */
  List<ApiKey> of(TenantId tenant);

  /** Stamps the last use, without a version check: the later stamp wins. */
  void stampUse(ApiKeyId id, Instant lastUsedAt);
}
