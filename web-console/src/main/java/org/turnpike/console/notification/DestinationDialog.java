package org.turnpike.console.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.notification.ManageDestinations;

/** Adds a destination, and shows a webhook's secret once. */
@Named("destinationDialog")
@RequestScoped
public class DestinationDialog {
  @Inject Person person;
  @Inject ManageDestinations manage;
  @Inject NotificationsPage page;

  private final Form form = new Form();
  private ManageDestinations.Added added;

  public void addMail() {
    List<String> addresses = form.lines("addresses");
    manage.addMail(person.caller(), form.text("name"), addresses);
    page.forget();
  }

  public void addWebhook() {
    added = manage.addWebhook(person.caller(), form.text("name"), form.text("url"));
    page.forget();
  }

  /** An empty form. */
  public void begin() {
    form.clear();
  }

  /** Of the webhook just added; null else. */
  public String secret() {
    return added == null ? null : added.secret().reveal();
  }

  public Form getForm() {
    return form;
  }
}
