package org.turnpike.systemtests.world;

import java.io.IOException;
import java.net.URI;

/**
 * A product somewhere, the Cloudflare it relays through, and every secret that either was told.
 *
 * @param base such as {@code http://127.0.0.1:8080/}
 */
public record World(URI base, Operator operator, Cloudflare cloudflare, Secrets secrets) {
  private static final long SEED = 20_261_122;

  /** That of the standalone product which all tests share. */
  public static World running() {
    return Standalone.running().world();
  }

  /** One around a product that is about to start. */
  public static World around(URI base) throws IOException {
    Secrets secrets = new Secrets();
    return new World(base, Operator.made(secrets), Cloudflare.start(SEED, secrets), secrets);
  }

  public URI uri(String path) {
    return base.resolve(path);
  }

  /** The API, as the first operator's key opens it. */
  public Api api() {
    return new Api(uri("/api/v1"), secrets, operator.apiKey());
  }
}
