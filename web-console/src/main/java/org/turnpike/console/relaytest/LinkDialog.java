package org.turnpike.console.relaytest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.relaytest.IssueRelayTestLink;
import org.turnpike.shared.PublicAddress;

/** Makes a link to the relay test, and shows it once. */
@Named("testLink")
@RequestScoped
public class LinkDialog {
  private static final Duration OWN_LIFE = Duration.ofHours(1);
  private static final int OWN_RUNS = 5;

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject IssueRelayTestLink issuing;
  @Inject PublicAddress address;
  @Inject HttpServletRequest request;
  @Inject RelayTestPage page;

  private final Form form = new Form();
  private IssueRelayTestLink.Issued issued;

  /** How long a link may live. */
  public record Life(String hours, String label) {}

  public List<Life> lives() {
    return List.of(
        new Life("1", "An hour"),
        new Life("24", "A day"),
        new Life("168", "A week"),
        new Life("336", "14 days"));
  }

  /** An empty form, with what most links are for. */
  public void begin() {
    form.clear();
    form.put("hours", "24");
    form.put("runs", "10");
  }

  public void make() {
    Integer runs = form.whole("runs");
    issue(
        form.text("label"),
        Duration.ofHours(form.whole("hours")),
        runs == null ? 0 : runs); // nothing typed is refused as too few are
  }

  /** One for whoever asks. */
  public void forMyself() {
    issue("Console", OWN_LIFE, OWN_RUNS);
  }

  private void issue(String label, Duration life, int runs) {
    issued = issuing.issue(person.caller(), inView.id(), label, life, runs);
    page.forget();
  }

  /** The link just made; null else. */
  public String link() {
    return issued == null
        ? null
        : address.relayTest(issued.token(), request.getRequestURL()).reveal();
  }

  public Form getForm() {
    return form;
  }
}
