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
import java.time.Clock;
import java.time.Duration;
import org.turnpike.analytics.ForgetBreakdowns;
import org.turnpike.analytics.ForgetLeaks;
import org.turnpike.credential.ForgetGrants;
import org.turnpike.credential.TellSightings;
import org.turnpike.notification.DeliverNotifications;
import org.turnpike.quality.ForgetRelayReports;
import org.turnpike.relaytest.ForgetRelayTests;
import org.turnpike.shared.IdempotentReplies;
import org.turnpike.shared.Transactions;

/** Each hour: forgets what is kept for a time only. Any node may do it, and twice does no harm. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final Duration REPLIES_KEPT = Duration.ofDays(1);

  @Resource TimerService timers;
  @Inject ForgetGrants grants;
  @Inject ForgetBreakdowns breakdowns;
  @Inject ForgetLeaks leaks;
  @Inject ForgetRelayReports reports;
  @Inject ForgetRelayTests relayTests;
  @Inject IdempotentReplies replies;
  @Inject TellSightings sightings;
  @Inject DeliverNotifications notifications;
  @Inject Transactions transactions;
  @Inject Clock clock;
  private final Attempts grantAttempts = new Attempts("Forgetting grants past their retention");
  private final Attempts replyAttempts = new Attempts("Forgetting answers kept for repetitions");
  private final Attempts breakdownAttempts = new Attempts("Forgetting old break-downs of usage");
  private final Attempts leakAttempts = new Attempts("Forgetting old possible leaks");
  private final Attempts reportAttempts = new Attempts("Forgetting old relay reports");
  private final Attempts relayTestAttempts = new Attempts("Forgetting old relay tests");
  private final Attempts notificationAttempts = new Attempts("Forgetting old notifications");
  private final Attempts sightingAttempts = new Attempts("Forgetting what was seen of minting");

  @PostConstruct
  void start() {
    timers.createIntervalTimer(0, INTERVAL.toMillis(), new TimerConfig("housekeeping", false));
  }

  @Timeout
  void keepHouse() {
    grantAttempts.attempt(grants::forget);
    replyAttempts.attempt(
        () -> transactions.run(() -> replies.forgetBefore(clock.instant().minus(REPLIES_KEPT))));
    sightingAttempts.attempt(sightings::forget);
    breakdownAttempts.attempt(breakdowns::forget);
    leakAttempts.attempt(leaks::forget);
    notificationAttempts.attempt(notifications::forget);
    reportAttempts.attempt(reports::forget);
    relayTestAttempts.attempt(relayTests::forget);
  }
}
