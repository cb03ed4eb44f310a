package org.turnpike.console.attribution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.turnpike.attribution.AttributeUsage;
import org.turnpike.attribution.IdentifierPattern;
import org.turnpike.attribution.WriteOffUsage;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** The inbox of usage that is nobody's: given to a tenant by a rule, or written off. */
@Named("unattributed")
@RequestScoped
public class UnattributedPage {
  private static final int MOST_WRITE_OFFS = 100;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  @Inject Person person;
  @Inject InboxSearch search;
  @Inject WriteOffUsage usage;
  @Inject AttributeUsage attribute;
  @Inject ManageTenants tenants;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private WriteOffUsage.Inbox inbox;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    inbox();
  }

  public WriteOffUsage.Inbox inbox() {
    if (inbox == null) {
      inbox = usage.inbox(person.caller(), WriteOffUsage.MOST);
    }
    return inbox;
  }

  /** Something has changed since. */
  public void lookAgain() {
    inbox = null;
  }

  public List<WriteOffUsage.Item> items() {
    return search.within(inbox().items());
  }

  /** Whether more is nobody's than is listed. */
  public boolean more() {
    return inbox().total().shares() > inbox().items().size();
  }

  public void find() {
    search.show(form.text("text"));
  }

  public boolean searched() {
    return search.isSet();
  }

  public List<WriteOffUsage.Written> writeOffs() {
    return usage.writeOffs(person.caller(), MOST_WRITE_OFFS);
  }

  /** Fills the dialogs from the row that was clicked. */
  public void choose() {
    TurnKey share = item(request.getParameter("share")).share();
    form.put("share", share.id().toString());
    form.put("expected", share.name());
    form.put("pattern", share.identifier());
  }

  /** Whom a rule may name; one of another account is refused. */
  public List<Tenant> owners() {
    return tenants.all(person.caller());
  }

  public void assign() {
    WriteOffUsage.Item item = item(form.text("share"));
    TenantId owner = new TenantId(UUID.fromString(form.text("tenant")));
    String pattern = Objects.requireNonNullElse((String) form.get("pattern"), "");
    AttributeUsage.Attributed done =
        attribute.assign(
            person.caller(), item.share().sharedKey(), new IdentifierPattern(pattern), owner);
    lookAgain();
    notices.done(
        "The rule is in force: usage of %d identifiers is %s’s now"
            .formatted(done.identifiers(), tenants.find(person.caller(), owner).name()));
  }

  public void writeOff() {
    WriteOffUsage.Item item = item(form.text("share"));
    usage.writeOff(person.caller(), item.share().id(), form.text("reason"));
    lookAgain();
    notices.done("Written off; what " + item.share().name() + " relays later is listed again");
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  public Form getForm() {
    return form;
  }

  private WriteOffUsage.Item item(String id) {
    TurnKeyId share = new TurnKeyId(UUID.fromString(id));
    return inbox().items().stream()
        .filter(item -> item.share().id().equals(share))
        .findFirst()
        .orElseThrow(() -> Rejected.conflict("It is no longer nobody's. Reload the page."));
  }
}
