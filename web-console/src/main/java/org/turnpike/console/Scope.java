package org.turnpike.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** sample for now. */
@Named
@ViewScoped
public class Scope implements Serializable {
  private static final long serialVersionUID = 1L;

  public String getName() {
    return "Harbour Meetings";
  }

  public String getRole() {
    return "Tenant · admin";
  }

  public List<Option> getChoices() {
    return List.of(
        new Option("All tenants", "overview.xhtml", false),
        new Option("Harbour Meetings", "overview.xhtml?tenant=harbour", true),
        new Option("Alpine Telehealth", "overview.xhtml?tenant=alpine", false));
  }

  /** x. */
  public record Option(String name, String href, boolean current) {}
}
