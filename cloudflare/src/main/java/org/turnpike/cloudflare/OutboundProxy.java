package org.turnpike.cloudflare;

import java.net.URI;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Takes every call through the proxy, except those that never leave this machine. */
final class OutboundProxy extends DefaultProxyRoutePlanner {
  private final URI address;

  /** The address may name a user and a password. */
  OutboundProxy(URI address) {
    super(HttpHost.create(address));
    this.address = address;
  }

  void serve(HttpClientBuilder client) {
    client.setRoutePlanner(this);
    if (address.getUserInfo() != null) {
      String[] login = address.getUserInfo().split(":", 2);
      client.setDefaultCredentialsProvider(
          CredentialsProviderBuilder.create()
              .add(
                  new AuthScope(HttpHost.create(address)),
                  login[0],
                  login.length == 2 ? login[1].toCharArray() : new char[0])
              .build());
    }
  }

  @Override
  protected HttpHost determineProxy(HttpHost target, HttpContext context) {
    String name = target.getHostName();
    return "localhost".equals(name) || "127.0.0.1".equals(name) ? null : HttpHost.create(address);
  }
}
