package org.turnpike.cloudflare;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Kept-alive connections to the outside, by the proxy and the authorities of the settings. */
public final class Connections {
  /**
   * HttpClient prints the Authorization header and whole bodies there; held, or it is forgotten.
   */
  private static final Logger WIRE = Logger.getLogger("org.apache.hc.client5.http.wire");

  private static final Logger HEADERS = Logger.getLogger("org.apache.hc.client5.http.headers");

  static {
    WIRE.setLevel(Level.OFF);
    HEADERS.setLevel(Level.OFF);
  }

  private Connections() {}

  public static CloseableHttpClient open(Settings settings, int most) {
    HttpClientBuilder client =
        HttpClients.custom()
            .setConnectionManager(pool(settings, most))
            .evictIdleConnections(TimeValue.ofMinutes(1))
            .setUserAgent("Turnpike")
            // A redirect would carry the token to wherever the reply says.
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement();
    settings.uri(Setting.PROXY_URL).map(OutboundProxy::new).ifPresent(proxy -> proxy.serve(client));
    return client.build();
  }

  private static PoolingHttpClientConnectionManager pool(Settings settings, int most) {
    PoolingHttpClientConnectionManagerBuilder pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(most)
            .setMaxConnPerRoute(most)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(5))
                    // Behind every deadline, which closes the connection first.
                    .setSocketTimeout(Timeout.ofSeconds(30))
                    // Cloudflare closes idle connections; a call on a closed one is lost.
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    // New connections now and then, so that a change of its addresses is followed.
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .build());
    settings
        .find(Setting.TRUSTSTORE)
        .map(file -> new DefaultClientTlsStrategy(TrustedAuthorities.with(Path.of(file))))
        .ifPresent(pool::setTlsSocketStrategy);
    return pool.build();
  }
}
