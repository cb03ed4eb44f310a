package org.turnpike.systemtests.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.turnpike.systemtests.Installation;

/** Takes what webhooks bring, and checks it as docs/integration.md tells receivers to. */
public final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 204;

  /** A call that came in. */
  public record Call(String signature, String delivery, String body) {
    /** What the check that the documentation gives receivers says of it, run by Node. */
    public boolean isSignedWith(String secret) throws IOException, InterruptedException {
      Path folder = Installation.workFolder("webhook");
      Files.writeString(folder.resolve("is-ours.mjs"), documentedCheck());
      Files.writeString(
          folder.resolve("check.mjs"),
          "import { isOurs } from './is-ours.mjs'; console.log(isOurs(...process.argv.slice(2)));");
      Process node =
          new ProcessBuilder("node", "check.mjs", secret, signature, body)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      return switch (new String(node.getInputStream().readAllBytes(), UTF_8).strip()) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalStateException("The documented check says neither yes nor no");
      };
    }
  }

  private static String documentedCheck() throws IOException {
    String text = Files.readString(Installation.readme().resolveSibling("docs/integration.md"));
    return Stream.of(text.split("```"))
        .filter(block -> block.startsWith("js\n") && block.contains("isOurs("))
        .map(block -> block.substring("js\n".length()))
        .findFirst()
        .orElseThrow();
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
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls.add(
        new Call(
            exchange.getRequestHeaders().getFirst("Turnpike-Signature"),
            exchange.getRequestHeaders().getFirst("Turnpike-Delivery"),
            body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
