package org.turnpike.quality;

import org.turnpike.shared.Rejected;

/**
 * What a browser tells of a call so far. Each report holds all of it, so that the latest one alone
 * counts, and a repeated or a late one changes nothing.
 *
 * @param sequence counts the reports of the call, from 1
 * @param path null while the join has failed
 * @param failure null while it has not
 */
public record RelayReport(
    CallId call,
    int sequence,
    CallPath path,
    FailedJoin failure,
    Country country,
    CallFigures figures) {
  private static final int MOST = 1_000_000;

  public RelayReport {
    if (sequence < 1 || sequence > MOST) {
      throw Rejected.invalid("sequence", "sequence must be between 1 and " + MOST + ".");
    }
    if ((path == null) == (failure == null)) {
      throw Rejected.invalid("failure", "A call has a route, or its join failed: one of the two.");
    }
  }
}
