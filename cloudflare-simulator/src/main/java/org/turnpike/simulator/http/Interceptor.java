package org.turnpike.simulator.http;

/** Stands before the routes: counts calls, plays faults. */
@FunctionalInterface
public interface Interceptor {

  Exchange around(Route route, Request request, Pause pause);
}
