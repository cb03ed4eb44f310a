package org.turnpike.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that knows one address no more, which the real one of the tests cannot say. */
final class ChoosyMailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String unknown;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  private ChoosyMailServer(ServerSocket socket, String unknown) {
    this.socket = socket;
    this.unknown = unknown;
  }

  static ChoosyMailServer start(String unknown) throws IOException {
    ChoosyMailServer server =
        new ChoosyMailServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), unknown);
    Thread thread = new Thread(server::serve, "choosy-mail");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The addresses whose mail it took. */
  List<String> taken() {
    return taken;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket client = socket.accept()) {
          talk(
              new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII)),
              new PrintWriter(client.getOutputStream(), true, US_ASCII));
        }
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void talk(BufferedReader in, PrintWriter out) throws IOException {
    List<String> recipients = new ArrayList<>();
    out.print("220 ready\r\n");
    out.flush();
    String line = in.readLine();
    while (line != null) {
      out.print(answer(line, in, out, recipients) + "\r\n");
      out.flush();
      line = line.startsWith("QUIT") ? null : in.readLine();
    }
  }

  private String answer(String line, BufferedReader in, PrintWriter out, List<String> recipients)
      throws IOException {
    if (line.startsWith("RCPT")) {
      if (line.contains(unknown)) {
        return "550 no such user";
      }
      recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
    }
    if (line.equals("DATA")) {
      out.print("354 go on\r\n");
      out.flush();
      while (!in.readLine().equals(".")) {
        // the message itself is of no interest
      }
      taken.addAll(recipients);
    }
    return "250 ok";
  }
}
