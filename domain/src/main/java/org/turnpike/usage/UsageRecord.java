package org.turnpike.usage;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * One line of the ledger: by how much a reading changed what we hold of one TURN key and window.
 * Revision 0 is the first reading; each later one that differs appends a correction with the
 * difference. A period that has ended may get a settlement, which brings the sum over all of it to
 * what Cloudflare says in one figure; but for those, the sum of a window's lines is the latest
 * reading. When a share gets another owner, two lines carry over what is there. No line ever
 * changes or goes.
 */
@Entity
@Table(name = "usage_record")
public class UsageRecord {
  @Id private long posting;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "turn_key_id"))
  private TurnKeyId turnKey;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Column(name = "window_start")
  private Instant windowStart;

  @Column(name = "window_end")
  private Instant windowEnd;

  private int revision;

  @Column(name = "egress_bytes")
  private long egressBytes;

  @Column(name = "ingress_bytes")
  private long ingressBytes;

  @Column(name = "read_egress_bytes")
  private long readEgressBytes;

  @Column(name = "read_ingress_bytes")
  private long readIngressBytes;

  @Column(name = "posted_at")
  private Instant postedAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "reply_id"))
  private ReplyId reply;

  @Embedded private Confidence confidence;

  private boolean settlement;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "rule_id"))
  private RuleId rule;

  private byte[] hash;

  protected UsageRecord() {}

  private UsageRecord(
      TurnKey key, UsageReading reading, int revision, RelayedVolume change, Instant now) {
    this.turnKey = key.id();
    this.tenant = key.tenant();
    this.windowStart = reading.window();
    this.windowEnd = reading.window().plus(UsageWindow.LENGTH);
    this.revision = revision;
    this.egressBytes = change.egress().bytes();
    this.ingressBytes = change.ingress().bytes();
    this.readEgressBytes = reading.volume().egress().bytes();
    this.readIngressBytes = reading.volume().ingress().bytes();
    this.confidence = reading.confidence();
    this.postedAt = now.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
  }

  /** The first line of its window. */
  public static UsageRecord first(TurnKey key, UsageReading reading, Instant now) {
    return new UsageRecord(key, reading, 0, reading.volume(), now);
  }

  /** The line that brings the window from where it stands to what was read now. */
  public static UsageRecord correction(
      TurnKey key, UsageReading reading, UsageLedger.Standing standing, Instant now) {
    return new UsageRecord(
        key, reading, standing.revision() + 1, reading.volume().minus(standing.volume()), now);
  }

  /**
   * The line that brings a whole range from what the ledger holds of it to Cloudflare's sum; it
   * stands in the range's last window.
   *
   * @param revision how many there are already
   */
  static UsageRecord settlement(
      TurnKey key, UsageSum sum, RelayedVolume held, int revision, Instant now) {
    UsageReading reading = new UsageReading(sum.lastWindow(), sum.volume(), sum.confidence());
    UsageRecord line = new UsageRecord(key, reading, revision, sum.volume().minus(held), now);
    line.settlement = true;
    return line;
  }

  /**
   * One of the two lines that carry what an owner holds of a share's window to another.
   *
   * @param read what was last read of the window
   * @param change taken from, or given to, the owner
   * @param owner null for nobody
   */
  static UsageRecord attribution(
      TurnKey share,
      UsageReading read,
      int revision,
      RelayedVolume change,
      TenantId owner,
      RuleId rule,
      Instant now) {
    UsageRecord line = new UsageRecord(share, read, revision, change, now);
    line.tenant = owner;
    line.rule = rule;
    return line;
  }

  /** Says which answer it comes from, before it is posted. */
  UsageRecord from(ReplyId answer) {
    this.reply = answer;
    return this;
  }

  /** Its place in the order of posting, from 1 on and without a gap; given by the ledger. */
  public long posting() {
    return posting;
  }

  public TurnKeyId turnKey() {
    return turnKey;
  }

  /** Null for nobody. */
  public TenantId tenant() {
    return tenant;
  }

  public Instant windowStart() {
    return windowStart;
  }

  public Instant windowEnd() {
    return windowEnd;
  }

  /** 0 for the first reading, one more for each correction. */
  public int revision() {
    return revision;
  }

  /** What this line adds; negative in a correction downwards. */
  public RelayedVolume change() {
    return RelayedVolume.ofBytes(egressBytes, ingressBytes);
  }

  /** What Cloudflare said when this line was posted, of the window, or of all that is settled. */
  public RelayedVolume read() {
    return RelayedVolume.ofBytes(readEgressBytes, readIngressBytes);
  }

  public Instant postedAt() {
    return postedAt;
  }

  /** The answer of Cloudflare's that it comes from; null for what came from none. */
  public ReplyId reply() {
    return reply;
  }

  /** Of what Cloudflare said; null where it gave none. */
  public Confidence confidence() {
    return confidence;
  }

  /** Whether it brings a whole period to Cloudflare's sum, and not its window to a reading. */
  public boolean isSettlement() {
    return settlement;
  }

  /** The rule that changed the owner of what was there; null in any other line. */
  public RuleId rule() {
    return rule;
  }

  /**
   * SHA-256 over the line before it and all that this line says, in hexadecimal digits: no line can
   * change, come or go between two others without being noticed.
   */
  public String hash() {
    return HexFormat.of().formatHex(hash);
  }
}
