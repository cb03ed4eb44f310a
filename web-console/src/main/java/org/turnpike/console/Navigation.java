package org.turnpike.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The rail's links. */
@Named
@RequestScoped
public class Navigation {
  public List<Group> getGroups() {
    return List.of(
        new Group(
            "",
            List.of(
                new Item("Overview", "overview.xhtml", true),
                new Item("Usage", "usage.xhtml", false),
                new Item("Statements", "statements.xhtml", false))),
        new Group(
            "Relay",
            List.of(
                new Item("TURN keys", "turn-keys.xhtml", false),
                new Item("API keys", "api-keys.xhtml", false))),
        new Group(
            "Control",
            List.of(
                new Item("Users", "users.xhtml", false), new Item("Audit", "audit.xhtml", false))));
  }

  /** Links that belong together. */
  public record Group(String title, List<Item> items) {}

  /** One page. */
  public record Item(String label, String href, boolean current) {}
}
