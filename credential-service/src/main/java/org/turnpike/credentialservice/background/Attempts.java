package org.turnpike.credentialservice.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Work that is tried again and again: a failure is logged when it begins or becomes one of another
 * kind, not each time, and so is its end. A timer's work must not throw: servers then try it again
 * at once, or give the timer up.
 */
final class Attempts {
  private static final Logger LOG = System.getLogger(Attempts.class.getName());

  private final String work;
  private Class<?> failure;

  Attempts(String work) {
    this.work = work;
  }

  void attempt(Runnable piece) {
    try {
      piece.run();
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    if (failure != null) {
      LOG.log(Level.INFO, "{0} works again", work);
      failure = null;
    }
  }

  private void failed(RuntimeException e) {
    if (e.getClass() != failure) {
      LOG.log(Level.WARNING, work + " failed, and will be tried again", e);
      failure = e.getClass();
    }
  }
}
