package org.turnpike.notification;

import org.turnpike.shared.Unavailable;

/** Calls webhooks. */
public interface WebhookSender {
  /**
   * One signed call. Throws {@link Unavailable}, whose message is for people and holds no secret
   * and nothing of an answer, unless it was answered by a 2xx; it says for how long the receiver
   * wants to be left alone, where he does.
   */
  void send(Destination to, Notification notification);
}
