package org.turnpike.credentialservice.background;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.turnpike.credential.TellSightings;

/**
 * Each 15 seconds: tells the database what this node sees of minting. On a timer of its own, for
 * renewals and the reserve may take longer, just when there is something to tell.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class SightingsTimer {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @Resource TimerService timers;
  @Inject TellSightings sightings;
  private final Attempts attempts = new Attempts("Telling what is seen of minting");
  private String server;

  @PostConstruct
  void start() {
    server = hostName();
    next(Duration.ZERO);
  }

  @Timeout
  void round() {
    try {
      attempts.attempt(() -> sightings.tell(server));
    } finally {
      next(INTERVAL);
    }
  }

  @PreDestroy
  void stop() {
    attempts.attempt(sightings::leave);
  }

  private void next(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("sightings", false));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unnamed"; // a machine may have no name that resolves
    }
  }
}
