package org.turnpike.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/**
 * Transactions of the application server. Flushes before it commits: what the database refuses is
 * then seen as it is, where each server would wrap it in its own way, and reaches the caller as
 * what it means to him.
 */
@Dependent
class JtaTransactions implements Transactions {
  private final UserTransaction transaction;
  private final EntityManager entities;

  @Inject
  JtaTransactions(UserTransaction transaction, EntityManager entities) {
    this.transaction = transaction;
    this.entities = entities;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    return running() ? work.get() : callInNew(work);
  }

  @Override
  public <T> T call(Reach reach, Supplier<T> work) {
    return call(
        () -> {
          entities
              .createNativeQuery(
                  "SELECT set_config('turnpike.reach', :tenants, true)", String.class)
              .setParameter("tenants", setting(reach))
              .getSingleResult();
          return work.get();
        });
  }

  /** As the database's function {@code reach()} reads it. */
  private static String setting(Reach reach) {
    if (reach.tenants() == null) {
      return "all";
    }
    return reach.tenants().isEmpty()
        ? "none"
        : reach.tenants().stream().map(TenantId::toString).collect(Collectors.joining(","));
  }

  private <T> T callInNew(Supplier<T> work) {
    begin();
    T result;
    try {
      result = work.get();
      entities.flush();
    } catch (RuntimeException failure) {
      rollBack(failure);
      throw DatabaseFailure.meantBy(failure);
    } catch (Error failure) {
      rollBack(failure);
      throw failure;
    }
    commit();
    return result;
  }

  private boolean running() {
    try {
      return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    } catch (SystemException e) {
      throw broken(e);
    }
  }

  private void begin() {
    try {
      transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw broken(e);
    }
  }

  private void commit() {
    try {
      transaction.commit();
    } catch (RollbackException e) {
      throw DatabaseFailure.meantBy(
          new IllegalStateException("The transaction was rolled back instead of committed", e));
    } catch (HeuristicMixedException | HeuristicRollbackException | SystemException e) {
      throw broken(e);
    }
  }

  private void rollBack(Throwable failure) {
    try {
      transaction.rollback();
    } catch (SystemException e) {
      failure.addSuppressed(e);
    }
  }

  private static IllegalStateException broken(Exception cause) {
    return new IllegalStateException("The server's transaction manager failed", cause);
  }
}
