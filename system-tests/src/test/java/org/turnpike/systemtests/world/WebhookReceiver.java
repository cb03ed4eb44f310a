package org.turnpike.systemtests.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes what webhooks bring, as docs/integration.md tells receivers to. */
public final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 204;

  /** A call that came in. */
  public record Call(String signature, String delivery, String body) {
    /** Whether it was signed with that secret, not long ago. */
    public boolean isSignedWith(String secret, long now) throws GeneralSecurityException {
      String time = signature.substring("t=".length(), signature.indexOf(','));
      String given = signature.substring(signature.indexOf("v1=") + "v1=".length());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] expected = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return Math.abs(now - Long.parseLong(time)) < 300
          && MessageDigest.isEqual(expected, HexFormat.of().parseHex(given));
    }
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.start();
  }

  public static WebhookReceiver start() throws IOException {
    return new WebhookReceiver(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** From now on it answers so. */
  public void answers(int other) {
    status = other;
  }

  public List<Call> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(
        new Call(
            exchange.getRequestHeaders().getFirst("Turnpike-Signature"),
            exchange.getRequestHeaders().getFirst("Turnpike-Delivery"),
            body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
