package org.turnpike.credentialservice;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import org.turnpike.persistence.Database;
import org.turnpike.persistence.EntityManagerSource;

/**
 * Prepares the database before anything else here works; whatever else starts by itself depends on
 * it. Whichever web application comes first migrates, the other finds it done.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PersistenceContext(name = EntityManagerSource.NAME, unitName = EntityManagerSource.UNIT)
public class StartUp {
  @PersistenceUnit(unitName = EntityManagerSource.UNIT)
  EntityManagerFactory factory;

  @Inject Database database;

  @PostConstruct
  void prepareDatabase() {
    database.prepare(factory);
  }
}
