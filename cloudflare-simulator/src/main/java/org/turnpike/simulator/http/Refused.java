package org.turnpike.simulator.http;

/** The request ends here, with this reply. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  public Refused(Reply reply) {
    super("Refused with " + reply.status());
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
