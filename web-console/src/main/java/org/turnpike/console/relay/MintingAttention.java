package org.turnpike.console.relay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Ratios;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.credential.AnswerTally;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.MintingTally;
import org.turnpike.credential.Node;
import org.turnpike.tenant.Tenant;

/** What needs a person about minting, the gravest first. */
@Dependent
class MintingAttention {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Of fewer, the part that was used says nothing. */
  private static final long ENOUGH = 20;

  private final Person person;
  private final TenantInView inView;
  private final Times times;

  @Inject
  MintingAttention(Person person, TenantInView inView, Times times) {
    this.person = person;
    this.inView = inView;
    this.times = times;
  }

  List<Notice> of(MintingReport report) {
    List<MintingRow> rows = MintingRows.of(report, Span.DAY, null, null);
    List<Notice> notices = new ArrayList<>();
    if (report.asOf() == null) {
      notices.add(nobodyTells());
    }
    rows.stream()
        .filter(row -> row.state().isTrouble() && row.of().state().problem() != null)
        .collect(groupingBy(row -> row.of().state().problem(), LinkedHashMap::new, toList()))
        .values()
        .forEach(together -> notices.add(doNotMint(together, report.at())));
    withoutRelay(report).forEach(notices::add);
    rows.stream().filter(MintingAttention::lacksReserve).map(this::noReserve).forEach(notices::add);
    rows.stream().filter(MintingAttention::wastes).map(this::littleUsed).forEach(notices::add);
    report.silent().stream().map(this::silent).forEach(notices::add);
    return notices;
  }

  private Notice nobodyTells() {
    return new Notice(
        "Servers",
        "warn",
        "No server tells what it sees",
        "None has for a minute: either none is running, or none reaches the database. Figures end"
            + " where the last one fell silent."
            + (person.operator() ? "" : " If this stays, tell an operator."),
        null,
        null);
  }

  private Notice doNotMint(List<MintingRow> rows, Instant now) {
    Instant since =
        rows.stream()
            .map(row -> row.of().state().since())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Instant next =
        rows.stream()
            .map(row -> row.of().state().notBefore())
            .filter(at -> at != null && at.isAfter(now))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Notice(
        "Cloudflare",
        "bad",
        rows.size() == 1
            ? named(rows.get(0)) + " does not mint"
            : rows.size() + " TURN keys do not mint",
        String.join(
            " ",
            rows.get(0).of().state().problem()
                + (since == null ? "" : " Since " + times.minute(since) + " " + times.zone() + "."),
            next == null
                ? "The next who asks tries it again."
                : "It is tried again after " + times.second(next) + ".",
            "Meanwhile whoever has a credential keeps it, and newcomers get " + meanwhile(rows),
            person.operator()
                ? "If it lasts, see whether the account still signs in."
                : "If this stays, tell an operator."),
        person.operator() ? "Check the account" : null,
        "accounts.xhtml");
  }

  private String meanwhile(List<MintingRow> rows) {
    long ready = rows.stream().mapToLong(row -> row.of().ready()).sum();
    List<MintingRow> empty = rows.stream().filter(row -> row.of().ready() == 0).toList();
    if (ready == 0) {
      return "none, for the reserve is empty.";
    }
    String one = "one of the " + Figures.count(ready) + " in reserve";
    if (empty.isEmpty()) {
      return one + ".";
    }
    return one
        + "; none of "
        + (empty.size() == 1 ? named(empty.get(0)) : empty.size() + " of the keys")
        + ", for that reserve is empty.";
  }

  private Stream<Notice> withoutRelay(MintingReport report) {
    AnswerTally lately = AnswersInView.of(report.tenants(), Span.HOUR).answers();
    return lately.withoutRelay() == 0
        ? Stream.empty()
        : Stream.of(
            new Notice(
                "Callers",
                "bad",
                Figures.count(lately.withoutRelay()) + " got no relay in the last hour",
                "Neither Cloudflare nor the reserve had one in time. STUN alone: %s. Nothing, and told"
                        .formatted(Figures.count(lately.fallback()))
                    + " to ask again: "
                    + Figures.count(lately.refused())
                    + ".",
                null,
                null));
  }

  private static boolean lacksReserve(MintingRow row) {
    return row.of().wanted() > 0
        && row.of().ready() == 0
        && row.tenant().status() == Tenant.Status.ACTIVE
        && (row.state() == MintingRow.State.MINTS || row.state().isTrouble());
  }

  private Notice noReserve(MintingRow row) {
    return new Notice(
        "Reserve",
        "warn",
        "Nothing is ready for newcomers of " + named(row),
        "%s should be. Should Cloudflare fail now, newcomers get no relay. It is filled by itself"
                .formatted(Figures.count(row.of().wanted()))
            + " while Cloudflare mints.",
        null,
        null);
  }

  private static boolean wastes(MintingRow row) {
    MintingTally day = row.of().mintings(Span.DAY);
    return day.minted() >= ENOUGH
        && day.usedRatio().filter(used -> used.compareTo(HALF) <= 0).isPresent();
  }

  private Notice littleUsed(MintingRow row) {
    MintingTally day = row.of().mintings(Span.DAY);
    return new Notice(
        "Use",
        "info",
        "Half or less of what " + named(row) + " minted was used",
        "%s of %s in the last 24 hours (%s). Cloudflare asks for more than half. It gets better by"
                .formatted(
                    Figures.count(day.handedOut()),
                    Figures.count(day.minted()),
                    Ratios.percent(day.usedRatio()))
            + " itself when as many newcomers come as before; the reserve follows them.",
        null,
        null);
  }

  private Notice silent(Node node) {
    return new Notice(
        "Servers",
        "warn",
        node.name() + " is silent",
        "Since "
            + times.minute(node.seenAt())
            + " "
            + times.zone()
            + ". What it has seen since is not in these figures. If it is gone for good, this goes"
            + " within a day.",
        null,
        null);
  }

  /** In view of the whole company, whose it is, too. */
  private String named(MintingRow row) {
    String key = row.of().key().name();
    return inView.company() ? key + " of " + row.tenant().name() : key;
  }
}
