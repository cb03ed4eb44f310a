package org.turnpike.console.relay;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Ratios;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.MintingTally;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;

/** A TURN key as the page shows it. */
public record MintingRow(Tenant tenant, MintingReport.OfKey of, Span span) {
  /** Whether Cloudflare mints with it, the gravest first. */
  public enum State {
    NOT_ASKED("Not asked", "bad"),
    FAILS("Fails", "bad"),
    PROBING("Probing", "warn"),
    NOT_KNOWN("Not known", "warn"),
    MINTS("Mints", "ok"),
    IDLE("Idle", ""),
    DRAINING("Draining", "info"),
    RETIRED("Retired", "");

    private final String label;
    private final String tone;

    State(String label, String tone) {
      this.label = label;
      this.tone = tone;
    }

    public String label() {
      return label;
    }

    public String tone() {
      return tone;
    }

    /** Whether somebody who asks now may have to do without Cloudflare. */
    boolean isTrouble() {
      return this == NOT_ASKED || this == FAILS || this == PROBING;
    }
  }

  public State state() {
    if (of.key().state() != TurnKey.State.ACTIVE) {
      return of.key().state() == TurnKey.State.DRAINING ? State.DRAINING : State.RETIRED;
    }
    if (of.state() == null) {
      return State.NOT_KNOWN;
    }
    if (of.state().breaker() != Breaker.CLOSED) {
      return of.state().breaker() == Breaker.OPEN ? State.NOT_ASKED : State.PROBING;
    }
    MintingTally lately = of.mintings(Span.HOUR);
    if (lately.minted() == 0 && lately.failed() > 0) {
      return State.FAILS;
    }
    return of.mintings(Span.WEEK).minted() > 0 ? State.MINTS : State.IDLE;
  }

  public MintingTally mintings() {
    return of.mintings(span);
  }

  /** What did not become a credential; null when all did. */
  public String lost() {
    String lost =
        Stream.of(
                mintings().failed() == 0 ? null : Figures.count(mintings().failed()) + " failed",
                mintings().turnedAway() == 0
                    ? null
                    : Figures.count(mintings().turnedAway()) + " not tried")
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return lost.isEmpty() ? null : lost;
  }

  public String used() {
    return Ratios.percent(mintings().usedRatio());
  }

  /** How full the reserve is, in per cent of what is wanted. */
  public long reserveShare() {
    return Ratios.share(of.ready(), of.wanted());
  }

  public String reserve() {
    return of.wanted() == 0
        ? Figures.count(of.ready())
        : Figures.count(of.ready()) + " of " + Figures.count(of.wanted());
  }

  boolean mentions(String text) {
    return (of.key().name() + " " + of.key().uid() + " " + tenant.name())
        .toLowerCase(Locale.ROOT)
        .contains(text);
  }
}
