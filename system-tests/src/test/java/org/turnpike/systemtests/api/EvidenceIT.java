package org.turnpike.systemtests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** From a figure to its lines, and from each line to the bytes that Cloudflare answered. */
class EvidenceIT {
  private final World world = World.running();

  @Test
  void every_line_of_a_day_is_found_again_in_the_answer_it_came_from()
      throws IOException, NoSuchAlgorithmException {
    TestTenant tenant = TestTenant.added(world, "Evident");
    tenant.adoptKey("production", 1_300);
    tenant.awaitUsage();
    Instant start = Month.last().start();
    List<JsonNode> lines = world.api().items(Ledger.path(tenant, start, start.plusSeconds(86_400)));

    assertThat(lines).hasSizeGreaterThan(50);
    JsonNode reply = reply(tenant, lines.get(0));
    String body = reply.get("body").asText();
    assertThat(sha256(body)).isEqualTo(reply.get("sha256").asText());
    assertThat(reply.get("question").asText())
        .contains("callsTurnUsageAdaptiveGroups")
        .doesNotContain(tenant.account().analyticsToken(), tenant.account().keysToken());
    for (JsonNode line : lines) {
      assertThat(line.get("replySha256").asText()).isEqualTo(reply.get("sha256").asText());
      assertThat(line.at("/confidence/sampleSize").asLong()).isPositive();
      assertThat(egress(body, line.get("windowStart").asText()))
          .isEqualTo(line.get("readEgressBytes").asLong());
    }
  }

  private JsonNode reply(TestTenant tenant, JsonNode line) {
    return tenant
        .api("usage")
        .get("/tenants/%s/ledger/replies/%s".formatted(tenant.id(), line.get("replyId").asText()))
        .expect(200);
  }

  private static long egress(String body, String window) throws IOException {
    for (JsonNode row :
        new ObjectMapper()
            .readTree(body)
            .at("/data/viewer/accounts/0/callsTurnUsageAdaptiveGroups")) {
      Instant start = Instant.parse(row.at("/dimensions/datetimeFifteenMinutes").asText());
      if (start.equals(Instant.parse(window))) {
        return row.at("/sum/egressBytes").asLong();
      }
    }
    throw new AssertionError("The answer says nothing of " + window);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
