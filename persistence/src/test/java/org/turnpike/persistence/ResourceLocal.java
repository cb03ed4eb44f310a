package org.turnpike.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Transactions;

/**
 * The product's persistence unit without a server: JDBC transactions in place of JTA's, and an
 * EntityManager bound to the running one, as a server injects it.
 */
final class ResourceLocal implements Transactions {
  private static final EntityManagerFactory FACTORY = factory();

  @SuppressWarnings("ThreadLocalUsage") // each instance has transactions of its own
  private final ThreadLocal<EntityManager> running = new ThreadLocal<>();

  static EntityManagerFactory entityManagerFactory() {
    return FACTORY;
  }

  private static EntityManagerFactory factory() {
    byte[] key = new byte[32];
    System.setProperty(Setting.MASTER_KEY.key(), Base64.getEncoder().encodeToString(key));
    PGSimpleDataSource application = TestDatabase.as(TestDatabase.APPLICATION);
    Map<String, Object> overrides = new HashMap<>(); // of a URL Hibernate makes a pool
    overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    overrides.put("jakarta.persistence.jdbc.url", application.getUrl());
    overrides.put("jakarta.persistence.jdbc.user", application.getUser());
    overrides.put("jakarta.persistence.jdbc.password", application.getPassword());
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
  public <T> T call(Supplier<T> work) {
    if (running.get() != null) {
      return work.get();
    }
    try (EntityManager entities = FACTORY.createEntityManager()) {
      running.set(entities);
      entities.getTransaction().begin();
      try {
        T result = work.get();
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    } finally {
      running.remove();
    }
  }
}
