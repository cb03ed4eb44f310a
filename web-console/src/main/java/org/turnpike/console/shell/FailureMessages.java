package org.turnpike.console.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import org.turnpike.shared.Rejected;

/** What went wrong after a click, beside the input it is about where there is one. */
final class FailureMessages {
  private FailureMessages() {}

  static void add(FacesContext faces, RuntimeException failure) {
    faces.validationFailed();
    if (failure instanceof Rejected rejected && !rejected.errors().isEmpty()) {
      for (Rejected.FieldError error : rejected.errors()) {
        faces.addMessage(input(faces, error.field()), message(error.message()));
      }
    } else {
      faces.addMessage(null, message(failure.getMessage()));
    }
  }

  /** The client id of the input that is named like the field; null, so for the form, without. */
  private static String input(FacesContext faces, String field) {
    String[] found = new String[1];
    faces
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(faces),
            (context, component) -> {
              if (!isSubmitted(faces, component) || !component.getId().equals(field)) {
                return VisitResult.ACCEPT;
              }
              found[0] = component.getClientId(faces);
              keepAsTyped(faces, (EditableValueHolder) component, found[0]);
              return VisitResult.COMPLETE;
            });
    return found[0];
  }

  private static void keepAsTyped(FacesContext faces, EditableValueHolder input, String id) {
    input.setValid(false);
    if (!(input instanceof UISelectMany)) {
      input.setSubmittedValue(faces.getExternalContext().getRequestParameterMap().get(id));
    }
  }

  private static boolean isSubmitted(FacesContext faces, UIComponent component) {
    return component instanceof EditableValueHolder
        && faces
            .getExternalContext()
            .getRequestParameterMap()
            .containsKey(component.getClientId(faces));
  }

  private static FacesMessage message(String text) {
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
  }
}
