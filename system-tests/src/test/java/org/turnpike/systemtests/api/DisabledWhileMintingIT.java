package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.DatabaseDump;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.World;

/**
 * Cloudflare has minted and its answer is on the way, when a TURN key, tenant or API key is
 * disabled: nobody gets that credential, and it is revoked.
 */
class DisabledWhileMintingIT {
  private static final int DAY = 86_400;
  private static final Duration AT_ONCE = Duration.ofMillis(10);
  private static final Duration FELT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Map<Disabled, List<Integer>> REFUSALS =
      Map.of(
          Disabled.TURN_KEY, List.of(409),
          Disabled.TENANT, List.of(403),
          Disabled.API_KEY, List.of(403, 503));

  private final World world = World.running();

  @AfterEach
  void heal() {
    world.cloudflare().heal();
  }

  /** In time for the caller, who waits 0.8 s, and too late. */
  static Stream<Arguments> answers() {
    return Stream.of(Disabled.values())
        .flatMap(each -> Stream.of(Arguments.of(each, 500), Arguments.of(each, 1_500)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void nobody_gets_what_was_minted_meanwhile_and_it_is_revoked(Disabled disabled, int millis) {
    Joining joining = disabled.tenant(world, "within " + millis);
    joining.breakMinting("lateAnswer", Map.of("millis", millis));
    CompletableFuture<Answer> asked =
        CompletableFuture.supplyAsync(() -> joining.join("anna", DAY));
    await().pollInterval(AT_ONCE).until(() -> joining.minted("anna").size() == 1);

    disabled.disable(joining);

    assertThat(asked.join().status()).isIn(REFUSALS.get(disabled));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(joining.minted("anna")).allMatch(this::isRevoked));
    assertThat(joining.grants("anna", false)).as("it was never handed out").isEmpty();
    world.cloudflare().heal();
    assertRefused(disabled, joining, "anna");
    List<JsonNode> minted = joining.minted("anna"); // again, while its end had not been told here
    assertThat(minted).allMatch(this::isRevoked);
    assertThat(joining.grants("anna", false)).as("none was handed out").isEmpty();

    Api enabled = disabled.enable(joining);

    JsonNode another =
        await()
            .atMost(FELT)
            .until(() -> joining.join(enabled, "anna", DAY), each -> each.status() == 201)
            .json();
    assertThat(another.get("source").asText()).isEqualTo("minted");
    assertThat(minted)
        .noneMatch(each -> another.toString().contains(each.get("username").asText()));
  }

  @ParameterizedTest
  @EnumSource
  void a_renewal_in_the_background_is_revoked_likewise(Disabled disabled) {
    int seconds = 28; // due for renewal after four, good for fourteen
    Joining joining = disabled.tenant(world, "at renewal");
    await("what is told here of the tenant has been told")
        .atMost(PATIENCE)
        .during(FELT)
        .until(() -> isReused(joining.join("anna", seconds)));
    joining.breakMinting("lateAnswer", Map.of("millis", 2_000));
    int minted = joining.minted("anna").size();
    await()
        .pollInterval(AT_ONCE)
        .until(
            () -> {
              assertThat(isReused(joining.join("anna", seconds))).isTrue();
              return joining.minted("anna").size() == minted + 1;
            });

    disabled.disable(joining);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(isRevoked(joining.minted("anna").get(minted))).isTrue());
    assertThat(joining.grants("anna", false)).as("not the renewal").hasSize(minted);
  }

  private static boolean isReused(Answer answer) {
    return answer.expect(201).get("source").asText().equals("reused");
  }

  @Test
  void the_reserve_serves_nobody_either_and_that_of_a_deleted_key_is_forgotten() throws Exception {
    Map<Disabled, Joining> tenants = new EnumMap<>(Disabled.class);
    Stream.of(Disabled.values())
        .forEach(each -> tenants.put(each, each.tenant(world, "in reserve")));
    await("a reserve for each").atMost(Duration.ofMinutes(1)).until(() -> haveReserve(tenants));
    tenants.values().forEach(each -> each.breakMinting("5xx", Map.of("status", 500)));

    tenants.forEach(Disabled::disable);

    tenants.forEach((disabled, joining) -> assertRefused(disabled, joining, "newcomer"));
    tenants.values().forEach(each -> assertThat(each.grants("newcomer", false)).isEmpty());
    assertThat(reserve()).doesNotContain(tenants.get(Disabled.TURN_KEY).turnKey().id());
  }

  private boolean haveReserve(Map<Disabled, Joining> tenants) throws Exception {
    String reserve = reserve();
    return tenants.values().stream().allMatch(each -> reserve.contains(each.turnKey().id()));
  }

  private static String reserve() throws Exception {
    return DatabaseDump.of(Standalone.running().home()).tables().get("public.reserve_credential");
  }

  private void assertRefused(Disabled disabled, Joining joining, String who) {
    if (disabled == Disabled.API_KEY) {
      await().atMost(FELT).untilAsserted(() -> joining.join(who, DAY).expect(401));
    } else {
      Problems.assertProblem(joining.join(who, DAY), REFUSALS.get(disabled).get(0));
    }
  }

  private boolean isRevoked(JsonNode minted) {
    return minted.hasNonNull("revokedAt");
  }
}
