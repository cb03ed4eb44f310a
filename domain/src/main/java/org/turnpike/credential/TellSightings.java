package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.UuidV7;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * Tells the database, round by round, what this node saw of minting, so that people can see it:
 * neither the console nor another node has a way to this one's memory. What cannot be written stays
 * in memory and is written later.
 */
@ApplicationScoped
public class TellSightings {
  private static final Duration TALLIES_KEPT = Duration.ofDays(8);
  private static final Duration SILENT_NODES_KEPT = Duration.ofDays(1);

  private MintingHealth health;
  private AnswerCounts answerCounts;
  private ReserveCounts reserveCounts;
  private TurnKeys keys;
  private Sightings sightings;
  private Tallies tallies;
  private Transactions transactions;
  private Clock clock;

  private final UntoldTallies<String, MintingTally> mintings =
      new UntoldTallies<>(MintingTally.NONE);
  private final UntoldTallies<TenantId, AnswerTally> answers =
      new UntoldTallies<>(AnswerTally.NONE);
  private final Map<String, TurnKeyId> ids = new HashMap<>();
  private Map<String, MintingHealth.State> told = Map.of();
  private Node node;

  protected TellSightings() {}

  @Inject
  public TellSightings(
      MintingHealth health,
      AnswerCounts answerCounts,
      ReserveCounts reserveCounts,
      TurnKeys keys,
      Sightings sightings,
      Tallies tallies,
      Transactions transactions,
      Clock clock) {
    this.health = health;
    this.answerCounts = answerCounts;
    this.reserveCounts = reserveCounts;
    this.keys = keys;
    this.sightings = sightings;
    this.tallies = tallies;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One round.
   *
   * @param server the name of the server this node runs on
   */
  public synchronized void tell(String server) {
    Instant now = clock.instant();
    Map<String, MintingHealth.State> states = new HashMap<>();
    Map<String, MintingTally> totals = new HashMap<>(reserveCounts.byTurnKey());
    health
        .byTurnKey()
        .forEach(
            (uid, of) -> {
              states.put(uid, of.state());
              MintingTally tried =
                  new MintingTally(of.minted(), of.failed(), of.turnedAway(), 0, 0);
              totals.merge(uid, tried, MintingTally::plus);
            });
    mintings.grow(totals, now);
    answers.grow(answerCounts.byTenant(), now);
    node =
        node == null
            ? new Node(new NodeId(UuidV7.at(now)), server, now, now)
            : new Node(node.id(), node.name(), node.startedAt(), now);
    transactions.run(() -> write(states));
    mintings.told(now);
    answers.told(now);
    told = states;
  }

  /** The node ends in good order, and is not missed. */
  public synchronized void leave() {
    if (node != null) {
      tell(node.name());
      transactions.run(() -> sightings.forget(node.id()));
    }
  }

  /** Forgets what is too old for people to ask about. */
  public void forget() {
    Instant now = clock.instant();
    transactions.run(
        () -> {
          tallies.forgetBefore(now.minus(TALLIES_KEPT));
          sightings.nodes().stream()
              .filter(each -> each.seenAt().isBefore(now.minus(SILENT_NODES_KEPT)))
              .forEach(each -> sightings.forget(each.id()));
        });
  }

  private void write(Map<String, MintingHealth.State> states) {
    boolean all = sightings.alive(node);
    sightings.nodes().stream()
        .filter(other -> node.succeeds(other, node.seenAt()))
        .forEach(predecessor -> sightings.forget(predecessor.id()));
    states.forEach(
        (uid, state) -> {
          if (all || !state.equals(told.get(uid))) {
            id(uid).ifPresent(key -> sightings.put(node.id(), key, state));
          }
        });
    mintings
        .untold()
        .forEach(
            each ->
                id(each.key())
                    .ifPresent(key -> tallies.put(node.id(), key, each.window(), each.tally())));
    answers
        .untold()
        .forEach(each -> tallies.put(node.id(), each.key(), each.window(), each.tally()));
  }

  /** Remembered for good: a uid never becomes another key's. */
  private Optional<TurnKeyId> id(String uid) {
    TurnKeyId known = ids.get(uid);
    Optional<TurnKeyId> id =
        known == null ? keys.findByUid(uid).map(TurnKey::id) : Optional.of(known);
    id.ifPresent(found -> ids.put(uid, found));
    return id;
  }
}
