package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The web application as it is built, on Payara Micro, with PostgreSQL and a simulated Cloudflare.
 */
@ExtendWith(ArquillianExtension.class)
abstract class DeployedApi {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Company company;

  @ArquillianResource URL server;

  @Deployment(testable = false)
  static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "api.war")
        .importFrom(new File(System.getProperty("turnpike.war")))
        .as(WebArchive.class);
  }

  @BeforeEach
  void found_the_company() throws IOException {
    if (company == null) {
      company = new Company(root("/v1"));
    }
  }

  @AfterAll
  static void close_the_company() {
    company.close();
    company = null;
  }

  static Company company() {
    return company;
  }

  /** The server says another name of this machine than the loopback address it is bound to. */
  URI root(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/api" + path);
  }

  /** Asks until there is an answer. */
  static <T> T eventually(Supplier<T> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T answer = question.get();
    while (answer == null) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      answer = question.get();
    }
    return answer;
  }
}
