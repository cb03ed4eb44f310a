package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest extends SimulatorTest {

  @TempDir Path folder;

  @Override
  SimulatorOptions options() {
    return super.options().withStateFile(folder.resolve("state.json"));
  }

  @Test
  void accounts_keys_credentials_and_their_usage_survive() throws IOException {
    plantKey(PLANTED, 10);
    JsonNode created = Caller.json(admin.post(KEYS, "{\"name\": \"new\"}")).path("result");
    String minting = mintPath(created.path("uid").textValue());
    anybody.bearer(created.path("key").textValue()).post(minting, "{\"ttl\": 60}");
    String truth =
        "/control/truth?accountId=%s&from=2026-11-01T00:00:00Z&to=2026-11-22T14:00:00Z"
            .formatted(ACCOUNT);
    String before = anybody.get(truth).body();
    String keys = admin.get(KEYS).body();

    simulator.close();
    simulator = CloudflareSimulator.start(options());
    anybody = Caller.of(simulator);
    admin = anybody.bearer("admin-token");

    assertThat(admin.get(KEYS).body()).isEqualTo(keys);
    assertThat(anybody.get(truth).body()).isEqualTo(before);
    assertThat(
            anybody
                .bearer(created.path("key").textValue())
                .post(minting, "{\"ttl\": 60}")
                .statusCode())
        .isEqualTo(201);
    JsonNode minted =
        Caller.json(anybody.get("/control/credentials?keyId=" + created.path("uid").textValue()));
    assertThat(minted.path("credentials")).hasSize(2);
  }

  @Test
  void the_file_is_its_owners_alone() throws IOException {
    simulator.close();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("state.json"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }
}
