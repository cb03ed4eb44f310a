package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** The README's session leads from nothing to ICE servers, as it stands there. */
class ReadmeIT {
  private static final Pattern SESSION =
      Pattern.compile("## A first credential.*?```bash\n(.*?)```", Pattern.DOTALL);

  @Test
  void a_first_credential() throws Exception {
    World world = World.running();
    TestTenant.added(world, "An account for the README");

    String printed = run(session(), world);

    String[] lines = printed.strip().split("\n", -1);
    JsonNode reply = new ObjectMapper().readTree(lines[lines.length - 1]);
    assertThat(reply.get("iceServers").findValuesAsText("credential")).isNotEmpty();
    assertThat(reply.get("ttl").asInt()).isBetween(3_590, 3_600);
    reply
        .findValuesAsText("credential")
        .forEach(password -> world.secrets().keep("credential of the README", password));
  }

  private static String session() throws IOException {
    Matcher session = SESSION.matcher(Files.readString(Installation.readme()));
    assertThat(session.find()).as("the README has the session").isTrue();
    return session.group(1);
  }

  private static String run(String script, World world) throws Exception {
    ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
    bash.environment().put("API", world.uri("/api/v1").toString());
    bash.environment().put("KEY", world.operator().apiKey());
    Process process = bash.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
