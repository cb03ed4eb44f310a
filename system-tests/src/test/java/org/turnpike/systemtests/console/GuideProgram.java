package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.turnpike.systemtests.FreePorts;
import org.turnpike.systemtests.Installation;

/** A piece of the guide's code that runs, with an API key as the guide says. */
final class GuideProgram implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path printed;
  private final int port;

  private GuideProgram(Path folder, String apiKey, String... command) throws IOException {
    port = FreePorts.take(1).get(0);
    printed = folder.resolve("printed.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().put("TURNPIKE_API_KEY", apiKey);
    builder.environment().put("PORT", Integer.toString(port));
    process = builder.start();
  }

  /** Starts a backend from a file of this name, and waits until it answers. */
  static GuideProgram backend(String program, String file, String code, String apiKey)
      throws IOException {
    Path folder = Installation.workFolder("guide");
    Files.writeString(folder.resolve(file), code);
    GuideProgram backend = new GuideProgram(folder, apiKey, program, file);
    await(file + "; see " + backend.printed)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .failFast(file + " ended; see " + backend.printed, () -> !backend.process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> backend.get("/").statusCode() == 404);
    return backend;
  }

  /** What a script printed, which must have ended well. */
  static String script(String code, String apiKey) throws Exception {
    Path folder = Installation.workFolder("guide");
    try (GuideProgram bash =
        new GuideProgram(folder, apiKey, "bash", "-euo", "pipefail", "-c", code)) {
      assertThat(bash.process.waitFor(1, TimeUnit.MINUTES)).as(code).isTrue();
      String said = Files.readString(bash.printed, StandardCharsets.UTF_8);
      assertThat(bash.process.exitValue()).as(said).isZero();
      return said;
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
