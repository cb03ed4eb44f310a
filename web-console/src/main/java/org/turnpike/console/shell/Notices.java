package org.turnpike.console.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Tells a person that what was asked for is done. */
@ApplicationScoped
public class Notices {
  public void done(String what) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, what, ""));
  }
}
