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
import org.turnpike.network.WatchAddresses;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * Looks at the addresses of Cloudflare's relays, at the start and then at the settings' interval.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class AddressTimer {
  @Resource TimerService timers;
  @Inject Settings settings;
  @Inject WatchAddresses watching;
  private final Attempts attempts = new Attempts("The look at the relays' addresses");
  private Duration interval;

  @PostConstruct
  void start() {
    interval = settings.duration(Setting.DNS_INTERVAL);
    next(Duration.ZERO);
  }

  @Timeout
  void look() {
    try {
      attempts.attempt(watching::watch);
    } finally {
      next(interval);
    }
  }

  private void next(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("addresses", false));
  }
}
