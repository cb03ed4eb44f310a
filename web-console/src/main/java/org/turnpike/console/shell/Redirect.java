package org.turnpike.console.shell;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Leads from one page to another before the first is drawn. An outcome would do, but it keeps
 * messages in a flash, whose cookie the next page is too long to take back.
 */
@Dependent
public class Redirect {
  @Inject FacesContext faces;

  /** To a page beside the one asked for. */
  public void to(String page) {
    try {
      faces.getExternalContext().redirect(page);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
