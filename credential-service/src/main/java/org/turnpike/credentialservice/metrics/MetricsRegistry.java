package org.turnpike.credentialservice.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The metrics of this web application alone; the client's default registry is the whole JVM's. */
@ApplicationScoped
public class MetricsRegistry {
  @Produces
  @Singleton
  PrometheusRegistry registry() {
    return new PrometheusRegistry();
  }
}
