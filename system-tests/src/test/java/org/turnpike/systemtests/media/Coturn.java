package org.turnpike.systemtests.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.systemtests.FreePorts;
import org.turnpike.systemtests.Installation;

/**
 * A real TURN server on loopback, on one port over UDP and TCP, that accepts {@code expiry:id}
 * under a shared secret. It can be stopped, frozen and started again, and its log tells what it
 * relayed.
 */
final class Coturn implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * What a session relayed since it was last told: received from its client, and sent to it. One
   * without a name got no further than a 401, and relayed nothing.
   */
  private static final Pattern USAGE =
      Pattern.compile("usage: realm=<[^>]*>, username=<([^>]+)>.* rb=(\\d+), .* sb=(\\d+)");

  /** RFC 8489: type, length, magic cookie, and a transaction of zeros. */
  private static final byte[] BINDING_REQUEST =
      ByteBuffer.allocate(20).putShort((short) 1).putShort((short) 0).putInt(0x2112A442).array();

  private static final Pattern OPENED = Pattern.compile("session (\\d+): new, realm");
  private static final Pattern CLOSED = Pattern.compile("session (\\d+): closed");

  /** Bytes of one username: to its client, and from it. */
  record Relayed(long egress, long ingress) {
    private Relayed and(Relayed more) {
      return new Relayed(egress + more.egress, ingress + more.ingress);
    }
  }

  private final Path folder;
  private final int port;
  private String secret;
  private List<String> certificate = List.of();
  private Process process;

  private Coturn(Path folder, int port, String secret) {
    this.folder = folder;
    this.port = port;
    this.secret = secret;
  }

  /** Starts one on a free port. */
  static Coturn started(String secret) throws IOException {
    Coturn coturn = new Coturn(Installation.workFolder("coturn"), FreePorts.take(1).get(0), secret);
    Runtime.getRuntime().addShutdownHook(new Thread(coturn::close, "coturn-stop"));
    coturn.start();
    return coturn;
  }

  int port() {
    return port;
  }

  /**
   * Starts it, with more of turnserver's own options. Its relays lie above the ports that the
   * system hands out, and so that others of these tests take.
   */
  void start(String... options) throws IOException {
    Files.writeString(
        folder.resolve("turnserver.conf"),
        """
        listening-ip=127.0.0.1
        relay-ip=127.0.0.1
        listening-port=%d
        min-port=61000
        max-port=65535
        allow-loopback-peers
        realm=turnpike.example
        use-auth-secret
        static-auth-secret=%s
        userdb=%s
        pidfile=%s
        no-dtls
        no-cli
        verbose
        log-file=stdout
        """
            .formatted(port, secret, folder.resolve("turndb"), folder.resolve("pid")));
    List<String> command = new ArrayList<>(List.of("turnserver", "-c", "turnserver.conf"));
    command.addAll(List.of(options));
    command.addAll(certificate.isEmpty() ? List.of("--no-tls") : certificate);
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    await("coturn to listen; see " + log())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("coturn ended; see " + log(), () -> !process.isAlive())
        .until(this::listens);
  }

  /**
   * From its next start on TLS is spoken too, under a certificate that it signed itself.
   *
   * @return the port
   */
  int speakTls() throws IOException, InterruptedException {
    int tls = FreePorts.take(1).get(0);
    SelfSigned.in(folder);
    certificate =
        List.of(
            "--tls-listening-port=" + tls,
            "--cert=" + SelfSigned.CERTIFICATE,
            "--pkey=" + SelfSigned.KEY);
    return tls;
  }

  /** Ends it as an operator does; whoever relays through it is cut off. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** From its next start on. */
  void changeSecret(String other) {
    secret = other;
  }

  /** Neither hears nor says anything, as behind a network that is gone, until it thaws. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** All that was relayed since it was first started, by username, once every session is over. */
  Map<String, Relayed> relayed() {
    await("every session to end; see " + log())
        .atMost(PATIENCE)
        .until(() -> sessions(CLOSED).containsAll(sessions(OPENED)));
    Map<String, Relayed> relayed = new HashMap<>();
    matches(USAGE)
        .forEach(
            usage ->
                relayed.merge(
                    usage.group(1),
                    new Relayed(Long.parseLong(usage.group(3)), Long.parseLong(usage.group(2))),
                    Relayed::and));
    return relayed;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Set<String> sessions(Pattern pattern) {
    return matches(pattern).map(match -> match.group(1)).collect(Collectors.toSet());
  }

  private Stream<Matcher> matches(Pattern pattern) {
    try {
      return Files.readAllLines(log()).stream().map(pattern::matcher).filter(Matcher::find);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("coturn did not get SIG" + name);
    }
  }

  private boolean listens() {
    return acceptsTcp() || answersUdp();
  }

  private boolean acceptsTcp() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean answersUdp() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(200);
      socket.send(new DatagramPacket(BINDING_REQUEST, BINDING_REQUEST.length));
      socket.receive(new DatagramPacket(new byte[100], 100));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path log() {
    return folder.resolve("coturn.log");
  }
}
