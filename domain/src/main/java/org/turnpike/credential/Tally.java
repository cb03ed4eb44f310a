package org.turnpike.credential;

/** Counts of several things that add up. */
interface Tally<T> {
  T plus(T other);

  T minus(T other);
}
