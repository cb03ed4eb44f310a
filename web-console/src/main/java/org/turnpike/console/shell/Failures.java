package org.turnpike.console.shell;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;

/**
 * What becomes of a failure, in one place, so that no page bean has to catch: after a click a
 * message where the click was, else an error page. Anything that is neither {@link Rejected} nor
 * {@link Unavailable} is our bug and left to the server, which logs it.
 */
class Failures extends ExceptionHandlerWrapper {
  /** The request's attribute with what an error page may say about it. */
  static final String REFUSAL = "refusal";

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  Failures(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable failure = events.next().getContext().getException();
      if (!faces.getExternalContext().isResponseCommitted() && handled(faces, failure)) {
        events.remove();
      }
    }
    getWrapped().handle();
  }

  private static boolean handled(FacesContext faces, Throwable failure) {
    Optional<RuntimeException> known = known(failure);
    boolean clicked = faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    if (known.isPresent() && clicked) {
      FailureMessages.add(faces, known.get());
    } else if (known.isPresent()) {
      answer(faces, known.get());
    } else if (faces.getPartialViewContext().isAjaxRequest()) {
      leave(faces, failure);
    } else {
      return false;
    }
    return true;
  }

  private static Optional<RuntimeException> known(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof Rejected || cause instanceof Unavailable)
        .map(RuntimeException.class::cast)
        .findFirst();
  }

  static int status(RuntimeException failure) {
    if (!(failure instanceof Rejected rejected)) {
      return 503;
    }
    return switch (rejected.reason()) {
      case UNAUTHENTICATED, FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      default -> 400;
    };
  }

  private static void answer(FacesContext faces, RuntimeException failure) {
    ExternalContext external = faces.getExternalContext();
    try {
      external.responseReset(); // the error page has a policy and a nonce of its own
      external.getRequestMap().put(REFUSAL, failure.getMessage());
      external.responseSendError(status(failure), null);
      faces.responseComplete();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** An Ajax call cannot show an error page by itself. */
  private static void leave(FacesContext faces, Throwable failure) {
    boolean expired = failure instanceof ViewExpiredException;
    if (!expired) {
      LOG.log(Level.ERROR, "An Ajax call failed", failure);
    }
    String page = expired ? "/error/expired.xhtml" : "/error/fault.xhtml";
    try {
      faces
          .getExternalContext()
          .redirect(faces.getExternalContext().getRequestContextPath() + page);
    } catch (IOException gone) {
      throw new FacesException(gone);
    }
  }
}
