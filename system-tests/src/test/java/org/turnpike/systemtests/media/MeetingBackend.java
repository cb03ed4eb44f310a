package org.turnpike.systemtests.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.turnpike.systemtests.FreePorts;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.Java;
import org.turnpike.systemtests.Web;

/** The backend of the sample meeting, started as its page in the docs says. */
final class MeetingBackend implements AutoCloseable {
  private final URI address;
  private final Process process;

  private MeetingBackend(URI address, Process process) {
    this.address = address;
    this.process = process;
  }

  /** Starts one on a free port. */
  static MeetingBackend started(URI turnpike, String apiKey) throws IOException {
    int port = FreePorts.take(1).get(0);
    Path log = Installation.workFolder("meeting").resolve("backend.log");
    ProcessBuilder builder =
        new ProcessBuilder(Java.inTests("Meeting.java"))
            .directory(Installation.sampleMeeting().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TURNPIKE_URL", turnpike.toString());
    builder.environment().put("TURNPIKE_API_KEY", apiKey);
    builder.environment().put("PORT", Integer.toString(port));
    MeetingBackend backend =
        new MeetingBackend(URI.create("http://127.0.0.1:" + port + "/"), builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(backend::close, "meeting-stop"));
    await("the sample meeting; see " + log)
        .atMost(Duration.ofMinutes(1))
        .failFast("the sample meeting ended; see " + log, () -> !backend.process.isAlive())
        .until(backend::answers);
    return backend;
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private boolean answers() throws InterruptedException {
    try {
      return Web.get(address).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
