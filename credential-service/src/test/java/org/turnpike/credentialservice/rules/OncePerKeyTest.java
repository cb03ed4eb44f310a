package org.turnpike.credentialservice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.world.World;

class OncePerKeyTest {
  private static final String PATH = "/api/v1/tenants";

  private final World world = new World();
  private final OncePerKey once =
      new OncePerKey(world.replies(), world.transactions(), world.clock());
  private final AtomicInteger created = new AtomicInteger();
  private ApiKey apiKey;

  record Thing(String name) {}

  @BeforeEach
  void somebody_calls() {
    apiKey = key("one");
  }

  @Test
  void without_a_key_each_call_creates() {
    call(null, "{}", this::create);
    call(null, "{}", this::create);

    assertThat(created).hasValue(2);
  }

  @Test
  void the_same_key_and_body_get_the_same_answer_and_create_once() {
    Answer first = call("k1", "{}", this::create);
    Answer second = call("k1", "{}", this::create);

    assertThat(second).isEqualTo(first);
    assertThat(created).hasValue(1);
  }

  @Test
  void another_key_creates_another() {
    call("k1", "{}", this::create);
    call("k2", "{}", this::create);

    assertThat(created).hasValue(2);
  }

  @Test
  void keys_of_different_callers_are_different_keys() {
    call("k1", "{}", this::create);
    apiKey = key("two");
    call("k1", "{}", this::create);

    assertThat(created).hasValue(2);
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    call("k1", "{}", this::create);

    Rejected rejected = rejection("k1", "{ }", this::create);

    assertThat(rejected.reason()).isEqualTo(Rejected.Reason.INVALID);
    assertThat(rejected.errors().get(0).field()).isEqualTo("Idempotency-Key");
    assertThat(created).hasValue(1);
  }

  @Test
  void the_same_key_and_body_at_another_address_are_refused() {
    call("k1", "{}", this::create);
    FakeRequest elsewhere = new FakeRequest("/api/v1/accounts").header(OncePerKey.HEADER, "k1");

    assertThatThrownBy(
            () ->
                once.answer(elsewhere.buffered(new Call(apiKey, "192.0.2.1"), "{}"), this::create))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("came with another request before");
    assertThat(created).hasValue(1);
  }

  @Test
  void a_call_that_comes_while_the_first_is_running_is_refused() {
    call(
        "k1",
        "{}",
        () -> {
          Rejected rejected = rejection("k1", "{}", this::create);
          assertThat(rejected.reason()).isEqualTo(Rejected.Reason.CONFLICT);
          return create();
        });

    assertThat(created).hasValue(1);
  }

  @Test
  void a_secret_is_not_shown_again_but_what_it_belongs_to_is_named() {
    Answer first = call("k1", "{}", () -> create().withSecret());

    CreatedBefore before =
        catchThrowableOfType(
            CreatedBefore.class, () -> call("k1", "{}", () -> create().withSecret()));

    assertThat(before.id()).isEqualTo(first.id());
    assertThat(Failure.of(before).problem().status()).isEqualTo(409);
    assertThat(Failure.of(before).problem().id()).isEqualTo(first.id());
  }

  @Test
  void what_failed_may_be_tried_again_with_the_same_key() {
    assertThatThrownBy(
            () ->
                call(
                    "k1",
                    "{}",
                    () -> {
                      throw new Unavailable("Away.", java.time.Duration.ofSeconds(1));
                    }))
        .isInstanceOf(Unavailable.class);

    assertThat(call("k1", "{}", this::create).status()).isEqualTo(201);
  }

  @Test
  void what_created_nothing_is_tried_again_with_the_same_key() {
    Answer nothing = Answer.withoutId("{}");
    assertThat(call("k1", "{}", () -> nothing)).isSameAs(nothing);

    Answer first = call("k1", "{}", this::create);

    assertThat(first.id()).isNotNull();
    assertThat(call("k1", "{}", this::create)).isEqualTo(first);
    assertThat(created).hasValue(1);
  }

  @Test
  void an_answer_that_cannot_be_kept_is_given_and_not_repeated() {
    Answer first =
        call(
            "k1",
            "{}",
            () -> {
              world.transactions().failNextCommit(new IllegalStateException("disk full"));
              return create();
            });

    assertThat(first.status()).isEqualTo(201);
    assertThat(rejection("k1", "{}", this::create).reason()).isEqualTo(Rejected.Reason.CONFLICT);
    assertThat(created).hasValue(1);
  }

  @Test
  void a_key_that_is_none_is_refused() {
    assertThat(rejection("", "{}", this::create).reason()).isEqualTo(Rejected.Reason.INVALID);
    assertThat(rejection("k".repeat(256), "{}", this::create).reason())
        .isEqualTo(Rejected.Reason.INVALID);
    assertThat(rejection("schlüssel", "{}", this::create).reason())
        .isEqualTo(Rejected.Reason.INVALID);
  }

  private Answer create() {
    created.incrementAndGet();
    UUID id = UUID.randomUUID();
    return Answer.created(new FakeRequest(PATH).request(), id, new Thing("thing " + id));
  }

  private Answer call(String key, String body, Supplier<Answer> work) {
    FakeRequest request = new FakeRequest(PATH);
    if (key != null) {
      request.header(OncePerKey.HEADER, key);
    }
    return once.answer(request.buffered(new Call(apiKey, "192.0.2.1"), body), work);
  }

  private Rejected rejection(String key, String body, Supplier<Answer> work) {
    return catchThrowableOfType(Rejected.class, () -> call(key, body, work));
  }

  private ApiKey key(String slug) {
    TenantId tenant = world.samples.tenant(slug).id();
    return world.samples.apiKey(tenant, Scope.KEYS);
  }
}
