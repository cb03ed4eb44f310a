package org.turnpike.console.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.console.figures.Figures;
import org.turnpike.relaytest.Leg;
import org.turnpike.relaytest.LegOutcome;

/** How what a relay test found is written. */
@Named
@ApplicationScoped
public class RelayTestWords {
  public String outcome(LegOutcome outcome) {
    return switch (outcome) {
      case WORKS -> "Works";
      case POOR -> "Poor";
      case BLOCKED -> "Blocked";
      case UNREACHABLE -> "No answer";
      case REFUSED -> "Credential refused";
      case EXPIRED -> "Credential expired";
      case TLS -> "TLS fails";
      case DECLINED -> "Declined";
      case NO_MEDIA -> "No media";
      case NOT_TESTED -> "Not tested";
    };
  }

  public String tone(LegOutcome outcome) {
    return switch (outcome) {
      case WORKS -> "ok";
      case POOR -> "warn";
      case NOT_TESTED -> "";
      default -> "bad";
    };
  }

  /** Such as "20 ms, 0.5 % lost, 900 kbit/s"; what the browser said where it told none. */
  public String figures(Leg leg) {
    List<String> told = new ArrayList<>();
    if (leg.roundTripMillis() != null) {
      told.add(leg.roundTripMillis() + " ms");
    }
    if (leg.lostPerMille() != null) {
      told.add(BigDecimal.valueOf(leg.lostPerMille(), 1) + " % lost");
    }
    if (leg.kilobitsPerSecond() != null) {
      told.add(Figures.count(leg.kilobitsPerSecond()) + " kbit/s");
    }
    return told.isEmpty() ? leg.detail() : String.join(", ", told);
  }
}
