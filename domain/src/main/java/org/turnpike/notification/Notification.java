package org.turnpike.notification;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.UuidV7;

/**
 * An alert on its way to one destination. Waiting from the transaction of the fact itself, it is
 * tried until it is delivered, after ever longer pauses; a day of failures and it is given up. A
 * person may replay whatever is not waiting: it then has another day, and goes out under the same
 * id.
 */
@Entity
@Table(name = "notification")
public class Notification {
  private static final int LONGEST_PROBLEM = 300;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private NotificationId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "destination_id"))
  private DestinationId destination;

  private String type;
  private String subject;
  private String text;
  private Facts facts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;

  @Column(name = "waiting_since")
  private Instant waitingSince;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  private String problem;

  @Version private long version;

  /** Where it stands. */
  public enum State {
    WAITING,
    DELIVERED,
    GIVEN_UP;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  protected Notification() {}

  public Notification(Destination destination, Alert alert, Instant now) {
    this.id = new NotificationId(UuidV7.at(now));
    this.destination = destination.id();
    this.type = alert.type();
    this.subject = alert.subject();
    this.text = alert.text();
    this.facts = alert.facts();
    this.createdAt = now;
    begin(now);
  }

  /** Whoever it was for has it. */
  void delivered(Instant now) {
    requireWaiting();
    attempts++;
    state = State.DELIVERED;
    deliveredAt = now;
    nextTryAt = null;
    problem = null;
  }

  /**
   * It could not be delivered, and waits for the next try, or is given up.
   *
   * @param why for people; no secret is in it
   * @param least the receiver's own wish how long to wait; null for none
   */
  void failed(String why, Duration least, Instant now) {
    requireWaiting();
    attempts++;
    problem = why.substring(0, Math.min(why.length(), LONGEST_PROBLEM));
    nextTryAt = Patience.nextTry(waitingSince, attempts, least, now).orElse(null);
    if (nextTryAt == null) {
      state = State.GIVEN_UP;
    }
  }

  /** Nobody is there any more to deliver it to. */
  void giveUp(String why) {
    requireWaiting();
    problem = why;
    nextTryAt = null;
    state = State.GIVEN_UP;
  }

  /** Once more from the beginning; throws {@link Rejected} while it is waiting anyhow. */
  void replay(Instant now) {
    if (state == State.WAITING) {
      throw Rejected.conflict("This notification is waiting to be delivered already.");
    }
    begin(now);
  }

  private void begin(Instant now) {
    state = State.WAITING;
    attempts = 0;
    waitingSince = now;
    nextTryAt = now;
    deliveredAt = null;
    problem = null;
  }

  private void requireWaiting() {
    if (state != State.WAITING) {
      throw new IllegalStateException("Notification " + id + " is not waiting: " + state);
    }
  }

  public NotificationId id() {
    return id;
  }

  public DestinationId destination() {
    return destination;
  }

  public Alert alert() {
    return new Alert(type, subject, text, facts == null ? Facts.NONE : facts);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public State state() {
    return state;
  }

  /** Since it was made or replayed. */
  public int attempts() {
    return attempts;
  }

  /** Null unless it is waiting. */
  public Instant nextTryAt() {
    return nextTryAt;
  }

  /** Null until it is delivered. */
  public Instant deliveredAt() {
    return deliveredAt;
  }

  /** What went wrong at the last try; null when nothing did. */
  public String problem() {
    return problem;
  }
}
