package org.turnpike.console.guide;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.turnpike.console.gate.Person;
import org.turnpike.console.guide.Headings.Entry;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.tenant.ManageTenants;

/** The guide of the tenant in view, on screen. */
@Named("integration")
@RequestScoped
public class IntegrationPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject ManageTenants tenants;
  @Inject WriteGuide write;

  private Guide guide;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    guide = Guide.of(write.about(tenants.find(person.caller(), inView.id())));
  }

  public String html() {
    return GuideHtml.onScreen(guide);
  }

  public List<Entry> contents() {
    return guide.headings().inOrder();
  }

  public String imprint() {
    return "Written %s · Turnpike %s".formatted(guide.facts().day(), guide.facts().version());
  }
}
