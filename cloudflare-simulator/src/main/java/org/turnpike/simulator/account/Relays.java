package org.turnpike.simulator.account;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.turnpike.simulator.traffic.Disturbances;
import org.turnpike.simulator.traffic.Flow;
import org.turnpike.simulator.traffic.Traffic;
import org.turnpike.simulator.traffic.TrafficProfile;
import org.turnpike.simulator.traffic.TrafficSource;

/** Brings keys and credentials to the traffic they cause. */
public final class Relays {

  private static final long GIGABYTE = 1_000_000_000L;

  private final Accounts accounts;
  private final TurnKeys keys;
  private final Function<String, List<MintedCredential>> credentials;
  private final RelayedUses uses;
  private final Traffic traffic;
  private final Supplier<Disturbances> disturbances;

  /**
   * Brings them together.
   *
   * @param credentials of a key, by its uid, that calls are made up for
   */
  public Relays(
      Accounts accounts,
      TurnKeys keys,
      Function<String, List<MintedCredential>> credentials,
      RelayedUses uses,
      Traffic traffic,
      Supplier<Disturbances> disturbances) {
    this.accounts = accounts;
    this.keys = keys;
    this.credentials = credentials;
    this.uses = uses;
    this.traffic = traffic;
    this.disturbances = disturbances;
  }

  /** Every TURN key the account ever had. */
  public List<TrafficSource> turn(String accountId) {
    return keys.everOf(accountId).stream().map(this::source).toList();
  }

  public TrafficSource source(TurnKey key) {
    return new TrafficSource(
        key.uid(),
        key.profile(),
        key.created(),
        key.deleted(),
        credentials.apply(key.uid()).stream().map(MintedCredential::use).toList(),
        uses.of(key.uid()));
  }

  /** The account's SFU application. */
  public List<TrafficSource> sfu(String accountId) {
    return accounts
        .find(accountId)
        .map(
            account ->
                new TrafficSource(
                    "sfu-" + accountId,
                    new TrafficProfile(
                        account.sfuMonthlyGigabytes() * GIGABYTE, List.of("sfu"), false),
                    Instant.EPOCH,
                    null,
                    List.of(),
                    List.of()))
        .stream()
        .toList();
  }

  /** See {@link Traffic}; what is disturbed on purpose is disturbed here too. */
  public void flows(
      List<TrafficSource> sources,
      Instant from,
      Instant to,
      Instant asOf,
      Traffic.View view,
      Consumer<Flow> sink) {
    traffic.flows(sources, from, to, asOf, view, disturbances.get(), sink);
  }
}
