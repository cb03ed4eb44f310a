package org.turnpike.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.shared.Setting;

/**
 * The product's persistence unit without a server: JDBC transactions in place of JTA's, and an
 * EntityManager bound to the running one, as a server injects it.
 */
final class ResourceLocal implements UserTransaction {
  private final EntityManagerFactory factory;

  @SuppressWarnings("ThreadLocalUsage") // each instance has transactions of its own
  private final ThreadLocal<EntityManager> running = new ThreadLocal<>();

  /** Apart, so that whoever is over another database does not start this one. */
  private static final class OverTestDatabase {
    static final EntityManagerFactory FACTORY = factory(TestDatabase.as(TestDatabase.APPLICATION));
  }

  ResourceLocal() {
    this(entityManagerFactory());
  }

  ResourceLocal(EntityManagerFactory factory) {
    this.factory = factory;
  }

  static EntityManagerFactory entityManagerFactory() {
    return OverTestDatabase.FACTORY;
  }

  static EntityManagerFactory factory(PGSimpleDataSource database) {
    byte[] key = new byte[32];
    System.setProperty(Setting.MASTER_KEY.key(), Base64.getEncoder().encodeToString(key));
    Map<String, Object> overrides = new HashMap<>(); // of a URL Hibernate makes a pool
    overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    overrides.put("jakarta.persistence.jdbc.url", database.getUrl());
    overrides.put("jakarta.persistence.jdbc.user", database.getUser());
    overrides.put("jakarta.persistence.jdbc.password", database.getPassword());
    // As with JTA, no connection is taken before it is needed.
    overrides.put("hibernate.connection.provider_disables_autocommit", "true");
    return Persistence.createEntityManagerFactory(EntityManagerSource.UNIT, overrides);
  }

  /** What the adapters are given. */
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(current(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private EntityManager current() {
    if (running.get() == null) {
      throw new IllegalStateException("No transaction is running");
    }
    return running.get();
  }

  @Override
  public void begin() {
    running.set(factory.createEntityManager());
    current().getTransaction().begin();
  }

  @Override
  public void commit() throws RollbackException {
    try (EntityManager entities = current()) {
      entities.getTransaction().commit();
    } catch (jakarta.persistence.RollbackException e) {
      throw (RollbackException) new RollbackException().initCause(e);
    } finally {
      running.remove();
    }
  }

  @Override
  public void rollback() throws SystemException {
    try (EntityManager entities = current()) {
      entities.getTransaction().rollback();
    } catch (PersistenceException e) {
      throw (SystemException) new SystemException().initCause(e);
    } finally {
      running.remove();
    }
  }

  @Override
  public int getStatus() {
    return running.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
  }

  @Override
  public void setRollbackOnly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTransactionTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }
}
