package org.turnpike.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.turnpike.console.gate.Person;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/** The rail: which tenant is in view, which others could be, and the pages this person has. */
@Named
@RequestScoped
public class Rail {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject ManageTenants tenants;
  @Inject FacesContext faces;

  private List<Tenant> reach;

  /** A link, and whether it leads to what is shown now. */
  public record Link(String label, String href, boolean current) {}

  /** Links under a heading, which may be empty. */
  public record Group(String heading, List<Link> links) {}

  /** What is in view. */
  public String name() {
    return reach().stream()
        .filter(tenant -> inView.is(tenant.id()))
        .map(Tenant::name)
        .findFirst()
        .orElse("All tenants");
  }

  public String role() {
    if (person.operator()) {
      return "Operator";
    }
    if (person.companyWide()) {
      return "Finance";
    }
    return inView.keys(person) ? "Tenant admin" : "Tenant viewer";
  }

  /** What else can be brought into view. */
  public List<Link> choices() {
    List<Link> choices = new ArrayList<>();
    if (person.companyWide()) {
      choices.add(new Link("All tenants", "company.xhtml", inView.company()));
    }
    for (Tenant tenant : reach()) {
      choices.add(
          new Link(
              tenant.name(), "overview.xhtml?tenant=" + tenant.slug(), inView.is(tenant.id())));
    }
    return choices;
  }

  public List<Group> groups() {
    boolean operator = person.operator();
    boolean tenant = !inView.company();
    return Stream.of(
            group(
                "",
                overview(),
                page("Usage", tenant),
                page("Statements", true),
                page("Unattributed", person.companyWide())),
            group(
                "Relay",
                page("TURN keys", tenant),
                page("Credentials", inView.credentials(person)),
                page("API keys", inView.keys(person)),
                page("Integration", tenant),
                page("Minting", operator || tenant),
                page("Possible leaks", tenant),
                page("Relay quality", tenant),
                page("Relay test", inView.keys(person)),
                page("Relay addresses", operator || inView.keys(person))),
            group(
                "Control",
                page("Tenants", operator),
                page("Accounts", operator),
                page("Collection", operator),
                page("Notifications", operator),
                page("Users", operator),
                page("Audit", person.auditor())))
        .filter(group -> !group.links().isEmpty())
        .toList();
  }

  /** Pages that are not this person's are null. */
  private static Group group(String heading, Link... pages) {
    return new Group(heading, Stream.of(pages).filter(Objects::nonNull).toList());
  }

  private Link overview() {
    return link("Overview", inView.company() ? "company" : "overview");
  }

  private Link page(String label, boolean shown) {
    return shown ? link(label, label.toLowerCase(Locale.ROOT).replace(' ', '-')) : null;
  }

  private Link link(String label, String page) {
    boolean current = faces.getViewRoot().getViewId().startsWith("/" + page);
    return new Link(label, inView.href(page + ".xhtml"), current);
  }

  private List<Tenant> reach() {
    if (reach == null) {
      reach = tenants.all(person.caller());
    }
    return reach;
  }
}
