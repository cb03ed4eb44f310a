package org.turnpike.persistence;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/** Hibernate recognises WildFly and Liberty by itself, but neither Payara nor GlassFish. */
public final class GlassFishJtaPlatform implements JtaPlatformProvider {
  @SuppressWarnings("BanJNDI") // a constant name of the server's own name space
  @Override
  public JtaPlatform getProvidedJtaPlatform() {
    try {
      new InitialContext().lookup("java:appserver/TransactionManager");
      return new SunOneJtaPlatform();
    } catch (NamingException elsewhere) {
      return null;
    }
  }
}
