package org.turnpike.console.network;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.turnpike.console.gate.Person;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.Countdown;
import org.turnpike.network.SeeAddressWatch;

/** The countdown, as every page shows it to operators while it runs. */
@Named("countdown")
@RequestScoped
public class CountdownInView {
  private static final int HURRY = 3;

  private Person person;
  private SeeAddressWatch seeing;
  private Clock clock;
  private AddressWatch watch;

  protected CountdownInView() {}

  @Inject
  public CountdownInView(Person person, SeeAddressWatch seeing, Clock clock) {
    this.person = person;
    this.seeing = seeing;
    this.clock = clock;
  }

  /** Whether it is shown on whatever page this is. */
  public boolean concerns() {
    return person.operator() && running();
  }

  AddressWatch watch() {
    if (watch == null) {
      watch = seeing.see(person.caller());
    }
    return watch;
  }

  /** What was acknowledged is to be seen at once. */
  void lookAgain() {
    watch = null;
  }

  public boolean running() {
    return watch().countdown() != null;
  }

  /** The figure that matters, in whole days. */
  public long days() {
    return running() ? watch().countdown().daysLeft(clock.instant()) : 0;
  }

  /** Such as 11 days left. */
  public String left() {
    return left(days());
  }

  static String left(long days) {
    return switch ((int) Math.min(days, 2)) {
      case 0 -> "no time left";
      case 1 -> "1 day left";
      default -> days + " days left";
    };
  }

  /** As a colour: the last days are grave. */
  public String tone() {
    return days() <= HURRY ? "bad" : "warn";
  }

  public Countdown get() {
    return watch().countdown();
  }
}
