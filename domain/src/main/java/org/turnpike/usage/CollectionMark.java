package org.turnpike.usage;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

  private Instant since;

  @Column(name = "complete_through")
  private Instant completeThrough;

  @Column(name = "collected_at")
  private Instant collectedAt;

  @Column(name = "resettled_at")
  private Instant resettledAt;

  @Column(name = "retention_seconds")
  private Long retentionSeconds;

  private String problem;

  @Version private long version;

  protected CollectionMark() {}

  CollectionMark(TurnKey key) {
    this.turnKey = key.id();
    this.tenant = key.tenant();
  }

  /** The first reading starts there. */
  void begin(Instant since) {
    if (this.since == null && !hasBeenRead()) {
      this.since = since;
    }
  }

  void advance(Instant completeThrough, Instant now) {
    if (this.completeThrough == null || completeThrough.isAfter(this.completeThrough)) {
      this.completeThrough = completeThrough;
    }
    this.collectedAt = now;
    this.problem = null;
  }

  /** What lies between the watermark and there is lost. */
  void skipTo(Instant oldest) {
    this.completeThrough = oldest;
  }

  /** Its share belongs to another from now on; null for nobody. */
  void attribute(TenantId owner) {
    this.tenant = owner;
  }

  void kept(Duration retention) {
    this.retentionSeconds = retention.toSeconds();
  }

  void resettle(Instant now) {
    this.resettledAt = now;
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

  /** Whether the key has usage that is not in, or that is yet to come. */
  boolean awaitsUsageOf(TurnKey key) {
    return key.meteredUntil() == null
        || !hasBeenRead()
        || completeThrough.isBefore(key.meteredUntil());
  }

  /** Nothing is claimed of windows before this instant; null before the first reading. */
  public Instant since() {
    return since;
  }

  /** How long Cloudflare kept usage when it was last read; nothing before the first time. */
  public Optional<Duration> retention() {
    return Optional.ofNullable(retentionSeconds).map(Duration::ofSeconds);
  }

  /** Every window before this instant has been read, or is lost; null before the first. */
  public Instant completeThrough() {
    return completeThrough;
  }

  /** When Cloudflare was last read; null before the first time. */
  public Instant collectedAt() {
    return collectedAt;
  }

  /** When the whole of the open periods was last read; null before the first time. */
  public Instant resettledAt() {
    return resettledAt;
  }

  /**
   * Why the last attempt failed, for people to read: without a secret, and without what Cloudflare
   * answered; null when it did not.
   */
  public String problem() {
    return problem;
  }
}
