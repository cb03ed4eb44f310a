package org.turnpike.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.turnpike.shared.Background;
import org.turnpike.shared.Unavailable;

/** Threads of the application server; looked up for the reason {@link EntityManagerSource} says. */
@ApplicationScoped
public class ServerBackground implements Background {
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private ManagedExecutorService executor;

  @SuppressWarnings("BanJNDI") // a constant name of the server's own name space
  @PostConstruct
  void find() {
    try {
      executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no managed executor", e);
    }
  }

  @Override
  public void run(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException e) {
      throw new Unavailable("Turnpike is doing as much as it can.", RETRY_SOON, e);
    }
  }
}
