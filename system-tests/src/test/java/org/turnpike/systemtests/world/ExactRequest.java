package org.turnpike.systemtests.world;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A request as some client sends it, byte for byte, on a connection of its own. */
public final class ExactRequest {
  private static final int PATIENCE = 10_000;

  private final World world;
  private final String apiKey;

  public ExactRequest(World world, String apiKey) {
    this.world = world;
    this.apiKey = apiKey;
  }

  /**
   * Sends it.
   *
   * @param text head and body with an empty line between them, lines ending in {@code \n}; {@code
   *     {host}} and {@code {key}} are filled in
   */
  public Answer send(String text) {
    URI base = world.base();
    String filled = text.replace("{host}", base.getAuthority()).replace("{key}", apiKey);
    int end = filled.indexOf("\n\n");
    String request = filled.substring(0, end + 2).replace("\n", "\r\n") + filled.substring(end + 2);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String call = filled.substring(0, filled.indexOf(' ')) + " as a client sends it";
      Answer answer = read(call, new BufferedInputStream(socket.getInputStream()));
      world.secrets().search("the answer to " + call, answer.text(), apiKey);
      if (answer.status() == 201) {
        world.secrets().learn(answer.json(), apiKey);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(String call, InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, List<String>> fields = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] field = line.split(": *", 2);
      fields.computeIfAbsent(field[0], name -> new ArrayList<>()).add(field[1]);
    }
    HttpHeaders headers = HttpHeaders.of(fields, (name, value) -> true);
    return new Answer(call, status, headers, body(in, headers));
  }

  private static String body(InputStream in, HttpHeaders headers) throws IOException {
    byte[] body =
        headers.firstValue("Transfer-Encoding").isPresent()
            ? chunks(in)
            : in.readNBytes((int) headers.firstValueAsLong("Content-Length").orElse(0));
    if (headers.firstValue("Content-Encoding").filter("gzip"::equals).isPresent()) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    for (int length = size(in); length > 0; length = size(in)) {
      body.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
      line(in);
    }
    return body.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection ended within " + line);
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }
}
