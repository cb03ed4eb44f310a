package org.turnpike.simulator.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each endpoint was called since the last reset. */
public final class Calls {

  private final Map<String, LongAdder> byEndpoint = new ConcurrentHashMap<>();

  public void count(String endpoint) {
    byEndpoint.computeIfAbsent(endpoint, name -> new LongAdder()).increment();
  }

  Map<String, Long> counted() {
    Map<String, Long> counted = new TreeMap<>();
    byEndpoint.forEach((endpoint, calls) -> counted.put(endpoint, calls.sum()));
    return counted;
  }

  void reset() {
    byEndpoint.clear();
  }
}
