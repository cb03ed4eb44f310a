package org.turnpike.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.turnpike.shared.Background;
import org.turnpike.shared.Unavailable;

/**
 * Threads that the application server makes, so that its transactions work on them, in a pool of
 * our own: the server's gathers for each piece of work what a thread needs, which Payara looks for
 * in every jar it has. The factory is looked up for the reason {@link EntityManagerSource} says.
 */
@ApplicationScoped
public class ServerBackground implements Background {
  /** More than calls to Cloudflare can be under way: some are left when all of those hang. */
  private static final int MOST_THREADS = 256;

  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private ExecutorService threads;

  @SuppressWarnings("BanJNDI") // a constant name of the server's own name space
  @PostConstruct
  void open() {
    try {
      ManagedThreadFactory factory =
          InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
      threads =
          new ThreadPoolExecutor(
              0, MOST_THREADS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), factory);
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no managed threads", e);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  @Override
  public void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw new Unavailable("Turnpike is doing as much as it can.", RETRY_SOON, e);
    }
  }
}
