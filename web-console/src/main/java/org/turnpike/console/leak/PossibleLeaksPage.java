package org.turnpike.console.leak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.analytics.LeakId;
import org.turnpike.analytics.LeakReason;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.SeeLeaks;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.RevokeCredentials;

/**
 * Usage that should not be there, and what to do about it. What is searched for may be half of a
 * credential, so it is posted and stands in no address.
 */
@Named("possibleLeaks")
@RequestScoped
public class PossibleLeaksPage {
  /** An hour is examined two hours after its end, or three. */
  private static final Duration USUAL = Duration.ofHours(4);

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject SeeLeaks leaks;
  @Inject LeakRows rows;
  @Inject LeakSearch search;
  @Inject RevokeCredentials credentials;
  @Inject Notices notices;
  @Inject Times times;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private final Form form = new Form();
  private PossibleLeaks.Open open;
  private Optional<Instant> through;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    show(LeakSearch.Question.OPEN);
  }

  public void find() {
    String state = form.text("state");
    String reason = form.text("reason");
    String order = form.text("order");
    show(
        new LeakSearch.Question(
            state == null ? null : Boolean.valueOf("open".equals(state)),
            reason == null ? null : LeakReason.valueOf(reason),
            form.text("text"),
            order == null
                ? PossibleLeaks.Order.LARGEST
                : PossibleLeaks.Order.valueOf(order.toUpperCase(Locale.ROOT))));
  }

  public void revoke() {
    credentials.revoke(
        person.caller(), new GrantId(UUID.fromString(request.getParameter("grant"))));
    show(search.question());
    notices.done("The credential is revoked: Cloudflare may go on serving it for minutes");
  }

  /** Fills the dialog that asks why. */
  public void askWhy() {
    form.put("leak", request.getParameter("leak"));
  }

  public void dismiss() {
    LeakId id = new LeakId(UUID.fromString(form.text("leak")));
    leaks.dismiss(person.caller(), inView.id(), id, form.text("why"));
    show(search.question());
    notices.done("Dismissed. Further usage of the same credential is listed anew");
  }

  public List<LeakRow> rows() {
    return search.rows();
  }

  public List<LeakReason> reasons() {
    return Arrays.asList(LeakReason.values());
  }

  public PossibleLeaks.Open all() {
    if (open == null) {
      open = leaks.open(person.caller(), inView.id());
    }
    return open;
  }

  /** That the list is not all that there are; null when it is. */
  public String more() {
    return search.more();
  }

  /** Whether something is asked for beside what is open. */
  public boolean searched() {
    LeakSearch.Question asked = search.question();
    return asked.text() != null || asked.reason() != null || !Boolean.TRUE.equals(asked.open());
  }

  public boolean live(LeakRow row) {
    return row.holder() != null && row.holder().isLive(clock.instant());
  }

  public boolean mayRevoke(LeakRow row) {
    return live(row) && mayDismiss(row);
  }

  public boolean mayDismiss(LeakRow row) {
    return row.dismissed() == null && inView.keys(person);
  }

  public String stamp() {
    return through()
        .map(
            until ->
                "Examined through "
                    + times.minute(until)
                    + " "
                    + times.zone()
                    + " · by hour and username, from Cloudflare’s estimates")
        .orElse("Not every TURN key has been examined yet");
  }

  public boolean examined() {
    return through().isPresent();
  }

  public boolean behind() {
    return through().map(until -> until.plus(USUAL).isBefore(clock.instant())).orElse(true);
  }

  public Form getForm() {
    return form;
  }

  private Optional<Instant> through() {
    if (through == null) {
      through = leaks.examinedThrough(person.caller(), inView.id());
    }
    return through;
  }

  private void show(LeakSearch.Question question) {
    search.show(question, rows.find(person.caller(), inView.id(), question));
    open = null;
  }
}
