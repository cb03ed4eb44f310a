package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Chromium does with what the module gives it. */
class GatheringIT {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** As an app does it; answers the urls that came, and the milliseconds until gathering ended. */
  private static final String GATHER =
      """
      async () => {
        const { TurnpikeIce } = await import('./turnpike-ice.js');
        const { participant } = await (await fetch('rooms/gathering?name=anna', { method: 'POST' })).json();
        let reply;
        const ice = new TurnpikeIce({
          fetchIceServers: async () => {
            reply = await (await fetch(`ice-servers?participant=${participant}`, { method: 'POST' })).json();
            return reply;
          },
        });
        const connection = new RTCPeerConnection(await ice.configuration());
        ice.attach(connection);
        connection.createDataChannel('any');
        const since = performance.now();
        await connection.setLocalDescription();
        await new Promise(resolve => {
          connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
        });
        const took = performance.now() - since;
        const types = connection.localDescription.sdp.match(/typ \\w+/g);
        connection.close();
        ice.close();
        return { urls: reply.iceServers.flatMap(server => server.urls), took, types };
      }
      """;

  @Test
  @SuppressWarnings("unchecked")
  void it_ends_soon_and_no_url_on_port_53_gets_there() throws Exception {
    RelayedCompany company = RelayedCompany.founded("Gathering", Map.of());
    try (company;
        MeetingBackend meeting = company.meeting();
        Participant anna = Participant.at(meeting)) {
      Map<String, Object> gathered = (Map<String, Object>) anna.page().evaluate(GATHER);

      assertThat((List<String>) gathered.get("urls"))
          .contains("turn:127.0.0.1:%d?transport=udp".formatted(company.coturn().port()))
          .noneMatch(url -> url.contains(":53?") || url.endsWith(":53"));
      assertThat((List<String>) gathered.get("types")).contains("typ relay");
      assertThat(((Number) gathered.get("took")).longValue()).isLessThan(LONGEST.toMillis());
    }
  }
}
