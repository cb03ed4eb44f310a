package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.RevokeCredentials;

/**
 * Who got which credential when, from where, and what served it. What is searched for names a
 * person: unlike other pages' questions it is posted and kept in the view, because addresses end in
 * proxies' logs and browsers' histories.
 */
@Named("credentials")
@RequestScoped
public class CredentialsPage {
  private static final String ALL = "all";

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject GrantRows grants;
  @Inject GrantSearch search;
  @Inject RevokeCredentials credentials;
  @Inject Notices notices;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private final Form form = new Form();

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    show(GrantSearch.Question.LIVE);
  }

  public void find() {
    show(
        new GrantSearch.Question(
            form.text("customIdentifier"), !ALL.equals(form.text("which")), null));
  }

  /** The same search, with those that ended. */
  public void showEnded() {
    show(search.question().whetherLiveOrNot());
    form.put("customIdentifier", search.question().customIdentifier());
    form.put("which", ALL);
  }

  /** Turns to the page whose cursor was clicked; without one to the newest. */
  public void turn() {
    show(search.question().from(request.getParameter("cursor")));
  }

  public void revoke() {
    GrantId id = new GrantId(UUID.fromString(request.getParameter("grant")));
    credentials.revoke(person.caller(), id);
    show(search.question());
    notices.done("The credential is revoked: Cloudflare may go on serving it for minutes");
  }

  public List<GrantRow> rows() {
    return search.rows();
  }

  public String state(GrantRow row) {
    return row.state(clock.instant());
  }

  /** The cursor of the grants before these; null at the beginning. */
  public String older() {
    return search.older();
  }

  /** Whether these are not the newest. */
  public boolean turned() {
    return search.question().cursor() != null;
  }

  /** Whether those that ended are left out. */
  public boolean liveOnly() {
    return search.question().liveOnly();
  }

  /** Whether one identifier's are asked for. */
  public boolean searched() {
    return search.question().customIdentifier() != null;
  }

  public Form getForm() {
    return form;
  }

  private void show(GrantSearch.Question question) {
    search.show(question, grants.find(person.caller(), inView.id(), question));
  }
}
