package org.turnpike.turnkey;

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
 */
@Entity
@Table(name = "turn_key")
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

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "draining_since")
  private Instant drainingSince;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Version private long version;

  protected TurnKey() {}

  TurnKey(Tenant tenant, String name, String uid, Secret secret, Instant now) {
    this.id = new TurnKeyId(UuidV7.at(now));
    this.tenant = tenant.id();
    this.account = tenant.account();
    this.name = Name.checked(name);
    this.uid = uid;
    this.secret = secret;
    this.state = State.ACTIVE;
    this.createdAt = now;
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

  public String name() {
    return name;
  }

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
}
