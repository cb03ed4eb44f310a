package org.turnpike.simulator.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

  Reply handle(Request request);
}
