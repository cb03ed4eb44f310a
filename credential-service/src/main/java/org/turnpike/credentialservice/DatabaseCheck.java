package org.turnpike.credentialservice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turnpike.persistence.Database;

/**
 * Whether the database answers, without ever keeping a health check waiting: a question that hangs
 * is left hanging, alone, and counts as no until it is answered.
 */
@ApplicationScoped
class DatabaseCheck {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Inject Database database;
  @Resource ManagedExecutorService executor;
  private Future<Boolean> question;

  boolean answers() {
    try {
      return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Future<Boolean> ask() {
    if (question == null || question.isDone()) {
      question = executor.submit(database::answers);
    }
    return question;
  }
}
