package org.turnpike.systemtests.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** A tenant whose people join meetings, with a TURN key that can be broken in one way. */
record Meetings(
    World world, String name, String turnKey, Api backend, String fault, Map<String, ?> how) {
  private static final int KNOWN = 30;
  private static final int NEWCOMERS = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  static Meetings of(World world, String fault, Map<String, ?> how) {
    String name = "Outage " + fault + " " + how.hashCode();
    TestTenant tenant = TestTenant.added(world, name.replace("-", "m"));
    return new Meetings(
        world, name, tenant.createKey("production").uid(), tenant.api("credentials"), fault, how);
  }

  /** Those who will be known join for the first time; one whom a cold start refuses asks again. */
  void begin() {
    for (int i = 0; i < KNOWN; i++) {
      String who = "known " + i;
      await(who).atMost(PATIENCE).until(() -> join(who).status() == 201);
    }
  }

  /** Whether as many are ready as have joined. */
  boolean haveReserve() {
    return world.cloudflare().mintedAhead(turnKey).size() >= KNOWN;
  }

  void breakCloudflare() {
    Map<String, Object> where = new HashMap<>(how);
    where.put("target", "mint");
    where.put("keyId", turnKey);
    world.cloudflare().breaks(fault, where);
  }

  /** For so long the known ask again and again, and newcomers join, evenly spread. */
  List<Served> goOn(Duration length) throws InterruptedException {
    List<Served> served = new ArrayList<>();
    long start = System.nanoTime();
    int newcomers = 0;
    for (int i = 0; System.nanoTime() - start < length.toNanos(); i++) {
      served.add(served("known " + i % KNOWN, false));
      if (System.nanoTime() - start > newcomers * length.toNanos() / NEWCOMERS) {
        served.add(served("newcomer " + newcomers++, true));
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return served;
  }

  /** Whether one who joins now gets a credential just minted. */
  boolean mint() {
    Answer answer = join("later " + System.nanoTime());
    return answer.status() == 201 && answer.json().get("source").asText().equals("minted");
  }

  private Served served(String who, boolean newcomer) {
    long start = System.nanoTime();
    Answer answer = join(who);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    JsonNode source = answer.json().get("source");
    return new Served(
        name, newcomer, answer.status(), source == null ? null : source.asText(), start, took);
  }

  private Answer join(String who) {
    return backend.post("/ice-servers", Map.of("customIdentifier", who));
  }
}
