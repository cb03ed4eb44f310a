package org.turnpike.simulator.http;

/**
 * An answer on its way: faults may replace the reply or the way it travels.
 *
 * @param reply ignored by a delivery that never sends it
 */
public record Exchange(Reply reply, Delivery delivery) {

  public static Exchange of(Reply reply) {
    return new Exchange(reply, Delivery.WHOLE);
  }
}
