package org.turnpike.shared;

/** Runs work on another thread, where transactions work as they do here. */
@FunctionalInterface
public interface Background {
  /** Throws {@link Unavailable} when there is no room for more work. */
  void run(Runnable work);
}
