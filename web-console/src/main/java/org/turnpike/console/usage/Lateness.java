package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.billing.Statement;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.Times;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Says that usage is not all in, why, and what comes next. */
@Dependent
class Lateness {
  private final Person person;
  private final Times times;
  private final Settings settings;

  @Inject
  Lateness(Person person, Times times, Settings settings) {
    this.person = person;
    this.times = times;
    this.settings = settings;
  }

  /** Whether the last reading failed, or figures that were read lack what should be in by now. */
  boolean concerns(Statement statement) {
    return problem(statement).isPresent()
        || (statement.completeThrough() != null && times.behind(statement.completeThrough()));
  }

  /** Why the last reading failed, where it did. */
  static Optional<String> problem(Statement statement) {
    return Optional.ofNullable(statement.completeness().problem());
  }

  /**
   * One notice for statements that are late for the same reason.
   *
   * @param usage whose, such as "Usage of Harbour Meetings"
   */
  Notice notice(String usage, List<Statement> late) {
    Optional<String> problem = problem(late.get(0));
    boolean behind = late.stream().anyMatch(one -> times.behind(one.completeThrough()));
    return new Notice(
        "Usage",
        behind ? "warn" : "info",
        usage + (problem.isPresent() ? " could not be read" : " is behind"),
        Stream.of(problem.orElse(null), through(late), next())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        person.operator() ? "Check the account" : null,
        "accounts.xhtml");
  }

  private String through(List<Statement> late) {
    if (late.stream().anyMatch(one -> one.completeThrough() == null)) {
      return "Nothing has been read from Cloudflare yet.";
    }
    Instant first =
        late.stream().map(Statement::completeThrough).min(Comparator.naturalOrder()).orElseThrow();
    return "Complete through " + times.minute(first) + " " + times.zone() + ".";
  }

  private String next() {
    String again = "It is tried again " + every(settings.duration(Setting.COLLECT_INTERVAL));
    return person.operator()
        ? again + "; figures and cost will still rise."
        : again + "; figures and cost will still rise. If this stays, tell an operator.";
  }

  private static String every(Duration interval) {
    if (interval.toSecondsPart() > 0) {
      return "every " + interval.toSeconds() + " seconds";
    }
    return interval.toMinutes() == 1
        ? "every minute"
        : "every " + interval.toMinutes() + " minutes";
  }
}
