package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The one EntityManager, bound to the running transaction. It is looked up because GlassFish leaves
 * {@code @PersistenceContext} null in beans of an EAR's lib folder; the name is bound by each web
 * application's start-up bean.
 */
@ApplicationScoped
public class EntityManagerSource {
  public static final String UNIT = "turnpike";
  public static final String NAME = "java:app/em/" + UNIT;

  @SuppressWarnings("BanJNDI") // a constant name of the server's own name space
  @Produces
  @ApplicationScoped
  EntityManager entityManager() throws NamingException {
    return InitialContext.doLookup(NAME);
  }
}
