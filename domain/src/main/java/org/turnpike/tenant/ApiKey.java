package org.turnpike.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnpike.audit.Actor;
import org.turnpike.audit.Changes;
import org.turnpike.identity.Caller;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.UuidV7;

/**
 * What a machine calls us with. The key itself is shown once and kept as its SHA-256: it is random,
 * so no slow hash is needed. Life: issued, used, expired or revoked; never deleted.
 */
@Entity
@Table(name = "api_key")
public class ApiKey {
  public static final String PREFIX = "tpk_";

  private static final int HINT_LENGTH = PREFIX.length() + 4;
  private static final int LEAST_RANDOM = 32;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private ApiKeyId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  private String name;

  @SuppressWarnings("unused") // only looked up by
  private String hash;

  private String hint;
  private Scopes scopes;

  @Column(name = "allowed_networks")
  private Networks allowedNetworks;

  @Column(name = "max_ttl")
  private Integer maxTtl;

  @Embedded private CallLimit callLimit;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Version private long version;

  protected ApiKey() {}

  static boolean isWellFormed(Secret key) {
    return key.reveal().startsWith(PREFIX)
        && key.reveal().length() >= PREFIX.length() + LEAST_RANDOM;
  }

  /**
   * A key just issued.
   *
   * @param tenant whose; null for an operator's key, which reaches every tenant
   * @param key the key itself, of which only the hash stays
   * @param expiresAt null for never
   */
  public ApiKey(
      TenantId tenant,
      String name,
      Secret key,
      Scopes scopes,
      Networks allowedNetworks,
      Instant expiresAt,
      Instant now) {
    if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(TimeRange.LATEST))) {
      throw Rejected.invalid("expiresAt", "expiresAt must lie in the future, before 10000.");
    }
    this.id = new ApiKeyId(UuidV7.at(now));
    this.tenant = tenant;
    this.name = Name.checked(name);
    this.hash = RandomToken.sha256(key.reveal());
    this.hint = key.reveal().substring(0, HINT_LENGTH);
    this.scopes = scopes;
    this.allowedNetworks = allowedNetworks;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /**
   * Takes over the limits that the change names and leaves the rest as they are.
   *
   * @return what that changed, for the audit trail; null when nothing
   */
  String limit(LimitChange change, TtlBounds ofTenant) {
    Map<String, Object> before = limits();
    maxTtl = Replacement.apply(change.maxTtl(), maxTtl);
    ofTenant.checkMostOfKey(maxTtl);
    callLimit = change.appliedTo(callLimit);
    return Changes.between(before, limits());
  }

  private Map<String, Object> limits() {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("longest life", maxTtl);
    limits.put("calls per minute", callLimit == null ? null : callLimit.callsPerMinute());
    limits.put("burst", callLimit == null ? null : callLimit.burst());
    return limits;
  }

  void revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
  }

  /** Whether it opens anything at that instant. */
  public boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** This key as a caller from that network address. */
  public Caller caller(String address) {
    Actor actor = new Actor(Actor.Kind.API_KEY, id.value(), name, address);
    return tenant == null
        ? Caller.everywhere(actor, scopes.all())
        : Caller.of(actor, tenant, scopes.all());
  }

  public ApiKeyId id() {
    return id;
  }

  /** Null for an operator's key. */
  public TenantId tenant() {
    return tenant;
  }

  public String name() {
    return name;
  }

  /** The key's first characters, to tell keys apart. */
  public String hint() {
    return hint;
  }

  /** Name and hint, as the audit trail tells of it. */
  String label() {
    return name + " (" + hint + "…)";
  }

  public Scopes scopes() {
    return scopes;
  }

  public Networks allowedNetworks() {
    return allowedNetworks;
  }

  /** For how long its credentials live at most, in seconds; null for as long as its tenant's. */
  public Integer maxTtl() {
    return maxTtl;
  }

  /** How often it may ask for credentials; null for as often as it likes. */
  public CallLimit callLimit() {
    return callLimit;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
