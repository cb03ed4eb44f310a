package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MintedUsageTest extends SimulatorTest {

  private static final String AFTERNOON = "date: \"2026-11-22\"";

  private UsageQueries usage;
  private String uid;
  private Caller holder;

  @BeforeEach
  void createKey() throws IOException {
    usage = new UsageQueries(admin, ACCOUNT);
    JsonNode key = Caller.json(admin.post(KEYS, "{\"name\": \"new\"}")).path("result");
    uid = key.path("uid").textValue();
    holder = anybody.bearer(key.path("key").textValue());
  }

  @Test
  void a_new_key_has_no_usage_until_its_credentials_are_used() throws IOException {
    moveTo("2026-11-22T18:00:00Z");
    assertThat(usage.egress(AFTERNOON)).isZero();

    List<String> usernames = mint(20);
    moveTo("2026-11-22T22:00:00Z");

    long used = usage.egress(AFTERNOON + ", customIdentifier: \"bob\"");
    assertThat(used).isPositive().isEqualTo(usage.egress("keyId: \"" + uid + "\", " + AFTERNOON));
    JsonNode rows =
        usage.rows("limit: 100, filter: {" + AFTERNOON + "}", "dimensions { username }");
    assertThat(rows.findValuesAsText("username")).isNotEmpty().isSubsetOf(usernames);
  }

  @Test
  void a_revoked_credential_uses_nothing_more() throws IOException {
    for (String username : mint(20)) {
      holder.post("/v1/turn/keys/" + uid + "/credentials/" + username + "/revoke", "");
    }
    moveTo("2026-11-22T22:00:00Z");

    assertThat(usage.egress(AFTERNOON)).isZero();
  }

  @Test
  void usage_of_a_deleted_key_stays_visible() throws IOException {
    mint(20);
    moveTo("2026-11-22T22:00:00Z");
    long before = usage.egress(AFTERNOON);

    assertThat(admin.delete(KEYS + "/" + uid).statusCode()).isEqualTo(200);

    assertThat(usage.egress(AFTERNOON)).isEqualTo(before);
  }

  private List<String> mint(int count) throws IOException {
    List<String> usernames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode minted =
          Caller.json(holder.post(mintPath(uid), "{\"ttl\": 7200, \"customIdentifier\": \"bob\"}"));
      usernames.add(minted.at("/iceServers/1/username").textValue());
    }
    return usernames;
  }
}
