package org.turnpike.credentialservice.background;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.turnpike.notification.DeliverNotifications;

/** Delivers what is due, on a timer of its own: a receiver may be slow. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationTimer {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  @Resource TimerService timers;
  @Inject DeliverNotifications delivery;
  private final Attempts attempts = new Attempts("Delivering notifications");

  @PostConstruct
  void start() {
    next(Duration.ZERO);
  }

  @Timeout
  void round() {
    try {
      attempts.attempt(delivery::deliver);
    } finally {
      next(INTERVAL);
    }
  }

  private void next(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("notifications", false));
  }
}
