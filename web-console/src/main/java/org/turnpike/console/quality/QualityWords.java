package org.turnpike.console.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.turnpike.console.figures.Figures;
import org.turnpike.quality.AllocationLimit;
import org.turnpike.quality.CallPath;
import org.turnpike.quality.Country;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.Route;

/** How figures of calls are written; their units stand beside them. */
@Named
@ApplicationScoped
public class QualityWords {
  private static final String NONE = "–";
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal LEAST_PERCENT = new BigDecimal("0.01");

  /** Such as "Relayed, UDP". */
  public String path(CallPath path) {
    String route = path.route() == Route.RELAYED ? "Relayed" : "Direct";
    return path.transport() == null ? route : route + ", " + path.transport().name();
  }

  public String country(Country country) {
    return country.isKnown()
        ? new Locale("", country.code()).getDisplayCountry(Locale.ENGLISH)
        : "Not told";
  }

  public String limit(AllocationLimit limit) {
    return switch (limit) {
      case NEW_PEERS -> "New peers";
      case PACKETS -> "Packets";
      case THROUGHPUT -> "Throughput";
    };
  }

  /** What Cloudflare allows, with its unit. */
  public String most(AllocationLimit limit) {
    return switch (limit) {
      case NEW_PEERS -> limit.most() + " a second";
      case PACKETS -> Figures.count(limit.most()) + " a second";
      case THROUGHPUT -> limit.most() / 1_000_000 + " Mbit/s";
    };
  }

  public String failure(FailedJoin why) {
    return switch (why) {
      case NO_RELAY_CANDIDATE -> "No relay gave an address";
      case CREDENTIAL_REFUSED -> "A relay refused the credential";
      case ICE_FAILED -> "No way came through";
      case TIMEOUT -> "Took longer than the app waits";
      case OTHER -> "Other";
    };
  }

  /** Milliseconds, whole. */
  public String ms(BigDecimal ms) {
    if (ms == null) {
      return NONE;
    }
    return ms.compareTo(BigDecimal.ONE) < 0 ? "< 1" : Figures.whole(ms);
  }

  /** Per cent with two places: a loss of one in a hundred is heard. */
  public String percent(Optional<BigDecimal> ratio) {
    return ratio
        .map(part -> part.movePointRight(2))
        .map(
            percent ->
                percent.signum() > 0 && percent.compareTo(LEAST_PERCENT) < 0
                    ? "< 0.01"
                    : percent.setScale(2, RoundingMode.HALF_UP).toPlainString())
        .orElse(NONE);
  }

  /** Kilobits a second. */
  public String kbits(Optional<Long> bits) {
    return bits.map(BigDecimal::valueOf)
        .map(all -> Figures.whole(all.divide(THOUSAND, 3, RoundingMode.HALF_UP)))
        .orElse(NONE);
  }
}
