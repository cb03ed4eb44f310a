package org.turnpike.systemtests.benchmark;

import java.net.URI;

/**
 * One of those that are compared.
 *
 * @param address where it is asked for ICE servers, by POST
 */
record Side(String name, URI address) {
  @Override
  public String toString() {
    return name;
  }
}
