package org.turnpike.notification;

/** A notification, and where it goes. */
public record Told(Notification notification, Destination to) {}
