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
import org.turnpike.analytics.CollectBreakdowns;
import org.turnpike.analytics.FindLeaks;
import org.turnpike.credentialservice.metrics.CollectionMetrics;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.usage.CollectUsage;

/**
 * Pulls usage, then its break-downs, then looks for possible leaks, one round after the other: the
 * next begins an interval after the end of the one before, so that a long round never overlaps
 * itself nor leaves rounds to be caught up with.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class CollectionTimer {
  @Resource TimerService timers;
  @Inject Settings settings;
  @Inject CollectUsage usage;
  @Inject CollectBreakdowns breakdowns;
  @Inject FindLeaks leaks;
  @Inject CollectionMetrics metrics;
  @Inject Transactions transactions;
  private final Attempts attempts = new Attempts("The collection of usage");
  private final Attempts breakdownAttempts = new Attempts("The break-down of usage");
  private final Attempts leakAttempts = new Attempts("The search for possible leaks");
  private Duration interval;

  @PostConstruct
  void start() {
    interval = settings.duration(Setting.COLLECT_INTERVAL);
    next(Duration.ZERO);
  }

  @Timeout
  void round() {
    try {
      attempts.attempt(
          () -> {
            usage.collect();
            transactions.run(metrics::refresh);
          });
      breakdownAttempts.attempt(breakdowns::collect);
      leakAttempts.attempt(leaks::find);
    } finally {
      next(interval);
    }
  }

  private void next(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("usage", false));
  }
}
