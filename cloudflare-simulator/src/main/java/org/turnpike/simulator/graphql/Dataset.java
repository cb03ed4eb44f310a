package org.turnpike.simulator.graphql;

import java.util.List;
import org.turnpike.simulator.account.Relays;
import org.turnpike.simulator.traffic.TrafficSource;

/** The datasets of Realtime. */
enum Dataset {
  TURN("callsTurnUsageAdaptiveGroups"),
  SFU("callsUsageAdaptiveGroups");

  private final String field;

  Dataset(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }

  List<TrafficSource> sources(Relays relays, String accountId) {
    return switch (this) {
      case TURN -> relays.turn(accountId);
      case SFU -> relays.sfu(accountId);
    };
  }
}
