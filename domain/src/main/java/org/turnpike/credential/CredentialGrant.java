package org.turnpike.credential;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.turnpike.audit.Actor;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Our record that we handed out a credential: to whom, when, until when. It knows the username, by
 * which Cloudflare revokes, and never the password. Life: live, then expired or revoked; deleted
 * after the retention.
 */
@Entity
@Table(name = "credential_grant")
public class CredentialGrant {
  /** Where the credential came from. */
  public enum Source {
    /** Minted by Cloudflare for this request. */
    MINTED,
    /** The holder's own, again; no grant has this source. */
    REUSED,
    /** Minted ahead. */
    RESERVE,
    /** STUN alone, of which no grant is kept. */
    FALLBACK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private GrantId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "turn_key_id"))
  private TurnKeyId turnKey;

  @Column(name = "api_key_id")
  private UUID apiKey;

  private String username;

  @Column(name = "custom_identifier")
  private String customIdentifier;

  @Column(name = "upstream_identifier")
  private String upstreamIdentifier;

  @Column(name = "ttl_seconds")
  private int ttlSeconds;

  private String address;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Version private long version;

  protected CredentialGrant() {}

  CredentialGrant(
      CredentialRequest request,
      TurnKey key,
      Source source,
      MintedCredential minted,
      Instant issuedAt) {
    Actor actor = request.caller().actor();
    this.id = new GrantId(UuidV7.at(issuedAt));
    this.tenant = key.tenant();
    this.turnKey = key.id();
    this.apiKey = actor.id();
    this.username = minted.username();
    this.customIdentifier = text(request.identifier());
    this.upstreamIdentifier = text(minted.identifier());
    this.ttlSeconds = request.ttl().seconds();
    this.address = actor.address();
    this.source = source;
    this.issuedAt = issuedAt;
    this.expiresAt = minted.expiresAt();
  }

  private static String text(CustomIdentifier identifier) {
    return identifier == null ? null : identifier.text();
  }

  void revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
  }

  /** Whether the credential still works, as far as we know: Cloudflare may be minutes late. */
  public boolean isLive(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public GrantId id() {
    return id;
  }

  public TenantId tenant() {
    return tenant;
  }

  public TurnKeyId turnKey() {
    return turnKey;
  }

  /** The API key it was asked for with. */
  public UUID apiKey() {
    return apiKey;
  }

  public String username() {
    return username;
  }

  /** Null for none. */
  public String customIdentifier() {
    return customIdentifier;
  }

  /** The identifier by which Cloudflare groups its usage; null for none. */
  public String upstreamIdentifier() {
    return upstreamIdentifier;
  }

  /** The life that was asked for. */
  public TimeToLive ttl() {
    return new TimeToLive(ttlSeconds);
  }

  /** The network address the request came from. */
  public String address() {
    return address;
  }

  public Source source() {
    return source;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }
}
