package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** What is minted goes into a browser's RTCPeerConnection as it is. */
class CredentialsInABrowserIT {
  private static final String CONNECT =
      """
      text => {
        const connection = new RTCPeerConnection({ iceServers: JSON.parse(text) });
        const taken = connection.getConfiguration().iceServers;
        connection.close();
        return taken.flatMap(server => server.urls);
      }
      """;

  @Test
  void an_rtc_peer_connection_takes_every_url() {
    World world = World.running();
    TestTenant tenant = TestTenant.added(world, "Browser");
    tenant.createKey("production");
    JsonNode iceServers =
        tenant
            .api("credentials")
            .post("/ice-servers", Map.of("customIdentifier", "a-browser"))
            .expect(201)
            .get("iceServers");
    List<String> urls = new ArrayList<>();
    iceServers.findValues("urls").forEach(each -> each.forEach(url -> urls.add(url.asText())));

    try (Visitor visitor = Visitor.anonymous(world)) {
      Object taken = visitor.page().evaluate(CONNECT, iceServers.toString());

      assertThat(urls).isNotEmpty();
      assertThat(taken).isEqualTo(urls);
    }
  }
}
