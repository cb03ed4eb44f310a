package org.turnpike.turnkey;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Name;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.Tenant;

/**
 * A TURN key of one tenant. Life: active (mints); draining (mints no more, what it minted lives on
 * and is metered); retired (deleted at Cloudflare, still metered until its usage has settled). Its
 * record stays, because usage refers to it.
 *
 * <p>A shared key is one that several tenants use without Turnpike minting for them: it belongs to
 * nobody, and is active until it is metered no more. Each custom identifier seen on it has a share,
 * which is metered like a key of its own and belongs to a tenant once a rule says to which.
 */
@Entity
@Table(name = "turn_key")
@SecondaryTable(
    name = "turn_key_identifier",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "turn_key_id"))
public class TurnKey {
  /** Where a TURN key stands. */
  public enum State {
    ACTIVE,
    DRAINING,
    RETIRED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of what a retired key minted: the longest life of a credential, and time to settle. */
  public static final Duration AFTERLIFE = Duration.ofDays(4);

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private TurnKeyId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "account_id"))
  private AccountId account;

  private String uid;
  private String name;
  private Secret secret;

  @Enumerated(EnumType.STRING)
  private State state;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "shared_key_id"))
  private TurnKeyId sharedKey;

  @Column(table = "turn_key_identifier")
  private String identifier;

  /** Of an identifier that was erased: {@link #trace} of it. */
  @Column(table = "turn_key_identifier")
  private String erased;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "draining_since")
  private Instant drainingSince;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Version private long version;

  protected TurnKey() {}

  private TurnKey(AccountId account, String name, String uid, Instant now) {
    this.id = new TurnKeyId(UuidV7.at(now));
    this.account = account;
    this.name = Name.checked(name);
    this.uid = uid;
    this.state = State.ACTIVE;
    this.createdAt = now;
  }

  TurnKey(Tenant tenant, String name, String uid, Secret secret, Instant now) {
    this(tenant.account(), name, uid, now);
    this.tenant = tenant.id();
    this.secret = secret;
  }

  static TurnKey shared(AccountId account, String name, String uid, Instant now) {
    return new TurnKey(account, name, uid, now);
  }

  /**
   * The share of a custom identifier on this shared key.
   *
   * @param owner null for nobody
   */
  public TurnKey share(String customIdentifier, TenantId owner, Instant now) {
    TurnKey share = new TurnKey(account, name, uid, now);
    share.sharedKey = id;
    share.identifier = customIdentifier;
    share.tenant = owner;
    if (retiredAt != null) {
      share.retire(retiredAt);
    }
    return share;
  }

  /**
   * A share belongs to another from now on.
   *
   * @param owner null for nobody
   */
  public void attribute(TenantId owner) {
    tenant = owner;
  }

  /** Mints no more from now on. */
  public void drain(Instant now) {
    if (state == State.ACTIVE) {
      state = State.DRAINING;
      drainingSince = now;
    }
  }

  /** Deleted at Cloudflare. */
  public void retire(Instant now) {
    drain(now);
    state = State.RETIRED;
    retiredAt = retiredAt == null ? now : retiredAt;
  }

  public TurnKeyId id() {
    return id;
  }

  /** Null for a shared key, and for a share of nobody. */
  public TenantId tenant() {
    return tenant;
  }

  public AccountId account() {
    return account;
  }

  /** Cloudflare's id of the key. */
  public String uid() {
    return uid;
  }

  /** What people call it; a share by its identifier too, until that is erased. */
  public String name() {
    return sharedKey == null ? name : name + ": " + who();
  }

  /** The name of the key itself, also of a share. */
  public String keyName() {
    return name;
  }

  /** Of a share, whose it is, as people read it. */
  public String who() {
    if (identifier == null) {
      return "erased";
    }
    return identifier.isEmpty() ? "untagged" : identifier;
  }

  /** Whether it is used by several tenants, and metered by its shares alone. */
  public boolean isShared() {
    return tenant == null && sharedKey == null;
  }

  /** Whether it mints for one tenant. */
  public boolean isOwn() {
    return tenant != null && sharedKey == null;
  }

  /** Of a share, the key that it is of; else null. */
  public TurnKeyId sharedKey() {
    return sharedKey;
  }

  /**
   * Of a share, the custom identifier as Cloudflare tells it, empty where the app gave none; null
   * once that was erased, and for any other key.
   */
  public String identifier() {
    return identifier;
  }

  /** Whether it is a share whose identifier was erased: it is read no longer. */
  public boolean isErased() {
    return sharedKey != null && identifier == null;
  }

  /** Whether this is the share of that identifier, also after that was erased. */
  public boolean isOf(String customIdentifier) {
    return isErased()
        ? trace(customIdentifier).equals(erased)
        : customIdentifier.equals(identifier);
  }

  /**
   * What is left of an erased identifier, as docs/operations.md makes it: known again, not read.
   */
  private String trace(String customIdentifier) {
    return RandomToken.sha256(id.value() + customIdentifier);
  }

  /** Null unless it mints. */
  public Secret secret() {
    return secret;
  }

  public State state() {
    return state;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null while active. */
  public Instant drainingSince() {
    return drainingSince;
  }

  /** Null until retired. */
  public Instant retiredAt() {
    return retiredAt;
  }

  /**
   * Usage from then on is no longer read: what a key has minted outlives it, a shared key ends when
   * somebody says so. Null until retired.
   */
  public Instant meteredUntil() {
    return retiredAt == null || !isOwn() ? retiredAt : retiredAt.plus(AFTERLIFE);
  }
}
