package org.turnpike.usage;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** How far the collection of one TURN key has come, and how the last attempt went. */
@Entity
@Table(name = "collection_mark")
public class CollectionMark {
  private static final int LONGEST_PROBLEM = 500;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "turn_key_id"))
  private TurnKeyId turnKey;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Column(name = "complete_through")
  private Instant completeThrough;

  @Column(name = "collected_at")
  private Instant collectedAt;

  private String problem;

  @Version private long version;

  protected CollectionMark() {}

  CollectionMark(TurnKey key) {
    this.turnKey = key.id();
    this.tenant = key.tenant();
  }

  void advance(Instant completeThrough, Instant now) {
    if (this.completeThrough == null || completeThrough.isAfter(this.completeThrough)) {
      this.completeThrough = completeThrough;
    }
    this.collectedAt = now;
    this.problem = null;
  }

  void fail(String problem) {
    this.problem =
        problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
  }

  public TurnKeyId turnKey() {
    return turnKey;
  }

  public TenantId tenant() {
    return tenant;
  }

  boolean hasBeenRead() {
    return completeThrough != null;
  }

  /** Every window before this instant has been read; null before the first. */
  public Instant completeThrough() {
    return completeThrough;
  }

  /** When Cloudflare was last read; null before the first time. */
  public Instant collectedAt() {
    return collectedAt;
  }

  /**
   * Why the last attempt failed, for people to read: without a secret, and without what Cloudflare
   * answered; null when it did not.
   */
  public String problem() {
    return problem;
  }
}
