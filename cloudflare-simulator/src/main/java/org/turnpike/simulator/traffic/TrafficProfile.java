package org.turnpike.simulator.traffic;

import java.util.List;

/**
 * The meetings behind a TURN key that had a life before the simulator started.
 *
 * @param monthlyBytes egress of an average month (30.4375 days)
 * @param identifiers custom identifiers that share it, "" standing for untagged credentials
 * @param nameless whether its usage has no username, else that of credentials nobody saw minted
 */
public record TrafficProfile(long monthlyBytes, List<String> identifiers, boolean nameless) {

  private static final long MOST_MONTHLY_BYTES = 1_000_000_000_000_000L;
  private static final List<String> MEETING_ROOMS =
      List.of(
          "board-room",
          "customer-care",
          "daily-standup",
          "design-review",
          "engineering",
          "finance-weekly",
          "interviews",
          "marketing",
          "sales-emea",
          "sales-us",
          "town-hall",
          "");

  public TrafficProfile {
    if (monthlyBytes < 0 || monthlyBytes > MOST_MONTHLY_BYTES) {
      throw new IllegalArgumentException("monthlyBytes must be within 0 and one petabyte");
    }
    identifiers = identifiers == null || identifiers.isEmpty() ? MEETING_ROOMS : identifiers;
    identifiers = List.copyOf(identifiers);
  }
}
