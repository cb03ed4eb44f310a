package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.Chromium;

/** Somebody in the sample meeting, at a browser with a camera that shows a test picture. */
final class Participant implements AutoCloseable {
  /** A relay that is gone is noticed after some ten seconds, and ICE begins anew after that. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String MEASURE =
      """
      (() => {
        window.connections = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(configuration) {
            super(configuration);
            connections.push(this);
          }
        };
        window.frames = { count: 0, longestPause: 0 };
        document.addEventListener('DOMContentLoaded', () => {
          const remote = document.querySelector('#remote');
          let last;
          const seen = now => {
            frames.count++;
            frames.longestPause = Math.max(frames.longestPause, last === undefined ? 0 : now - last);
            last = now;
            remote.requestVideoFrameCallback(seen);
          };
          remote.requestVideoFrameCallback(seen);
        });
      })()
      """;

  /** The relay that the call goes over now: the protocol to it, and its address. */
  private static final String RELAY =
      """
      async () => {
        const stats = await connections.at(-1)?.getStats();
        const pair = [...(stats?.values() ?? [])].find(one => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded');
        const own = stats?.get(pair?.localCandidateId);
        return own && `${own.candidateType} ${own.relayProtocol} ${own.address}:${own.port}`;
      }
      """;

  /** What arrived of the other's video, and what became of it. */
  private static final String VIDEO =
      """
      async () => {
        const stats = await connections.at(-1)?.getStats();
        const video = [...(stats?.values() ?? [])].find(one => one.type === 'inbound-rtp' && one.kind === 'video');
        const { videoWidth, paused, readyState } = document.querySelector('#remote');
        return video && `${video.packetsReceived} packets, ${video.framesDecoded} decoded, ${videoWidth} wide, paused ${paused}, ready ${readyState}`;
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Participant(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.addInitScript(MEASURE);
  }

  /** Opens the page, and joins nothing yet. */
  static Participant at(MeetingBackend meeting) {
    Participant participant = new Participant(Chromium.running().newContext());
    participant.page.navigate(meeting.address().toString());
    return participant;
  }

  /** Joins, with whatever candidates there are or only relays. */
  Participant join(String name, String room, boolean relayOnly) {
    page.getByLabel("Your name").fill(name);
    page.getByLabel("Room").fill(room);
    page.getByLabel("Use the relay only").setChecked(relayOnly);
    page.getByText("Join", new Page.GetByTextOptions().setExact(true)).click();
    await(name + " to be in the room")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state()).matches("Waiting for the other|connect.*"));
    return this;
  }

  /** Waits until video of the other comes, again. */
  Participant awaitVideo() {
    int before = frames();
    await("video of the other")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(frames()).as(this::told).isGreaterThan(before + 10));
    return this;
  }

  /** Video frames of the other that were shown so far. */
  int frames() {
    return (int) page.evaluate("frames.count");
  }

  /** The longest that no frame of the other was shown, between two frames. */
  Duration longestPause() {
    return Duration.ofMillis(((Number) page.evaluate("frames.longestPause")).longValue());
  }

  /** Such as {@code relay udp 127.0.0.1:54321}; its port is that of the allocation. */
  String relay() {
    return String.valueOf(page.evaluate(RELAY));
  }

  /** What the module did so far, the latest first, such as {@code renewed}. */
  @SuppressWarnings("unchecked")
  List<String> steps() {
    return (List<String>)
        page.evaluate("[...document.querySelectorAll('#steps li')].map(step => step.dataset.type)");
  }

  long steps(String type) {
    return steps().stream().filter(type::equals).count();
  }

  private String told() {
    return "frames, %s by %s, video: %s, after %s; %s"
        .formatted(state(), relay(), page.evaluate(VIDEO), steps(), complaints);
  }

  /** What the page warns of; empty for nothing. */
  String warning() {
    return page.locator("#relay").textContent();
  }

  String state() {
    return page.locator("#state").textContent();
  }

  /** Answers the page's next question for ICE servers with these, instead of the backend. */
  void answerOnce(String iceServers) {
    page.route(
        "**/ice-servers?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(iceServers)),
        new Page.RouteOptions().setTimes(1));
  }

  Page page() {
    return page;
  }

  void offline(boolean offline) {
    context.setOffline(offline);
  }

  void look(String name) {
    Path picture = Installation.screenshots().resolve("meeting-" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
  }

  /** Leaves, and lets the relay go. */
  void leave() {
    page.getByText("Leave").click();
    await("the end").atMost(PATIENCE).until(() -> state().equals("You have left"));
  }

  /** Is gone without a word. */
  @Override
  public void close() {
    context.close();
  }
}
