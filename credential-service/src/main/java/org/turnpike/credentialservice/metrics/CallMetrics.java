package org.turnpike.credentialservice.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.credential.CredentialGrant;

/** What this node was asked and answered. */
@ApplicationScoped
public class CallMetrics {
  private Counter calls;
  private Counter issued;

  protected CallMetrics() {}

  @Inject
  public CallMetrics(PrometheusRegistry registry) {
    calls =
        Counter.builder()
            .name("turnpike_api_calls_total")
            .help("Calls of the API, by the status they were answered with")
            .labelNames("status")
            .register(registry);
    issued =
        Counter.builder()
            .name("turnpike_credentials_issued_total")
            .help("Credentials handed out, by where they came from")
            .labelNames("source")
            .register(registry);
    for (CredentialGrant.Source source : CredentialGrant.Source.values()) {
      issued.initLabelValues(source.wireName());
    }
  }

  public void answered(int status) {
    calls.labelValues(String.valueOf(status)).inc();
  }

  public void issued(CredentialGrant.Source source) {
    issued.labelValues(source.wireName()).inc();
  }
}
