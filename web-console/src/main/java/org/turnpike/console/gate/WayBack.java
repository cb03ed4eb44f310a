package org.turnpike.console.gate;

import java.util.regex.Pattern;

/** Where to go after signing in: a page of this console, whatever the link says. */
final class WayBack {
  private static final String START = "/overview.xhtml";
  private static final Pattern PAGE = Pattern.compile("/[a-z-]+\\.xhtml(\\?[\\w=&%.+-]*)?");

  private WayBack() {}

  static String within(String wanted) {
    return wanted != null && PAGE.matcher(wanted).matches() ? wanted : START;
  }
}
