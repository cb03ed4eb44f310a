package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** Calls in each other's way are told so; none is answered as a fault of ours. */
class AtTheSameTimeIT {
  private static final int CALLS = 4;

  private final World world = World.running();

  @Test
  void of_four_that_add_one_slug_one_does() {
    TestTenant other = TestTenant.added(world, "Same Slug");
    String account =
        world.api().get("/tenants/" + other.id()).expect(200).get("accountId").asText();

    List<Answer> answers =
        together(
            call ->
                world
                    .api()
                    .post(
                        "/tenants", Map.of("name", "Same", "slug", "same", "accountId", account)));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(409);
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> Problems.assertProblem(answer, 409));
  }

  @Test
  void changes_of_one_tenant_are_made_or_refused() {
    TestTenant tenant = TestTenant.added(world, "Changed Together");

    List<Answer> answers =
        together(
            call -> world.api().patch("/tenants/" + tenant.id(), Map.of("name", "Name " + call)));

    assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
  }

  @Test
  void a_role_for_a_tenant_that_does_not_exist_is_refused() {
    Map<String, Object> role = Map.of("role", "tenant-admin", "tenantId", UUID.randomUUID());

    Problems.assertInvalid(
        world
            .api()
            .post("/users", Map.of("email", "nobody@nowhere.example", "roles", List.of(role))),
        "roles");
  }

  private static List<Answer> together(IntFunction<Answer> call) {
    ExecutorService callers = Executors.newFixedThreadPool(CALLS);
    try {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, CALLS)
              .mapToObj(number -> CompletableFuture.supplyAsync(() -> call.apply(number), callers))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      callers.shutdown();
    }
  }
}
