package org.turnpike.notification;

import org.turnpike.shared.Unavailable;

/** The company's mail server. */
public interface MailSender {
  /** Whether there is one. */
  boolean isSet();

  /**
   * One mail to all addresses. Throws {@link Unavailable}, whose message is for people and holds no
   * secret, unless the server took it.
   */
  void send(Destination to, Notification notification);
}
