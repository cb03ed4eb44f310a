package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;

/** All grants within their retention. */
public interface CredentialGrants {
  void add(CredentialGrant grant);

  Optional<CredentialGrant> find(GrantId id);

  /** The tenant's one, by the username of its credential. */
  Optional<CredentialGrant> findByUsername(TenantId tenant, String username);

  /** Those of the tenant's TURN key, by the username of their credentials. */
  Map<String, CredentialGrant> byUsername(TenantId tenant, TurnKeyId key, Set<String> usernames);

  /** Newest first. */
  Slice<CredentialGrant> find(Question question, Slice.Request page);

  /** All that fit the question, oldest first, at most {@code most}. */
  List<CredentialGrant> all(Question question, int most);

  /** Deletes what expired before that instant; says how many. */
  int forgetExpiredBefore(Instant instant);

  /** By TURN key, what became of it; keys without grants are left out. */
  Map<TurnKeyId, Activity> activity(TenantId tenant, Instant at);

  /**
   * How many of those who asked lately had no credential yet, by TURN key and the life they asked
   * for: within the last {@code part}-th of that life, so that what is minted for as many is handed
   * out while it is young.
   */
  List<Newcomers> newcomers(Instant now, int part);

  /** So many asked for a credential of this life. */
  record Newcomers(TurnKeyId turnKey, TimeToLive ttl, long count) {}

  /**
   * How much a TURN key is used.
   *
   * @param live credentials neither revoked nor expired at the instant asked about
   * @param lastIssuedAt when it last minted
   */
  record Activity(long live, Instant lastIssuedAt) {}

  /**
   * What is asked for; null leaves a criterion out.
   *
   * @param tenants only grants of these; null means all
   * @param liveAt only what is neither revoked nor expired at that instant
   * @param issuedBefore exclusive
   */
  record Question(
      Set<TenantId> tenants,
      String customIdentifier,
      TurnKeyId turnKey,
      Instant liveAt,
      Instant issuedBefore) {}
}
