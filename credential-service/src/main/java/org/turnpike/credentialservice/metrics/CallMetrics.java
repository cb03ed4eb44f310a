package org.turnpike.credentialservice.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.credential.AnswerCounts;
import org.turnpike.credential.AnswerTally;
import org.turnpike.credential.CredentialGrant.Source;

/** What this node was asked and answered. */
@ApplicationScoped
public class CallMetrics {
  private Counter calls;

  protected CallMetrics() {}

  @Inject
  public CallMetrics(AnswerCounts answers, PrometheusRegistry registry) {
    calls =
        Counter.builder()
            .name("turnpike_api_calls_total")
            .help("Calls of the API, by the status they were answered with")
            .labelNames("status")
            .register(registry);
    CounterWithCallback.builder()
        .name("turnpike_credentials_issued_total")
        .help("Credentials handed out, by where they came from")
        .labelNames("source")
        .callback(callback -> bySource(answers.total(), callback))
        .register(registry);
    CounterWithCallback.builder()
        .name("turnpike_credentials_refused_total")
        .help("Who asked for a credential and got nothing, because no relay could be had")
        .callback(callback -> callback.call((double) answers.total().refused()))
        .register(registry);
  }

  private static void bySource(AnswerTally total, CounterWithCallback.Callback callback) {
    callback.call((double) total.minted(), Source.MINTED.wireName());
    callback.call((double) total.reused(), Source.REUSED.wireName());
    callback.call((double) total.reserve(), Source.RESERVE.wireName());
    callback.call((double) total.fallback(), Source.FALLBACK.wireName());
  }

  public void answered(int status) {
    calls.labelValues(String.valueOf(status)).inc();
  }
}
