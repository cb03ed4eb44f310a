package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.world.World;

public abstract class CredentialMemoryContract {
  private static final TimeToLive EIGHT_HOURS = new TimeToLive(8 * 3600);
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant DUE = START.plus(Duration.ofHours(8).dividedBy(7));

  private final World world = new World();
  private final ApiKey apiKey =
      world.samples.apiKey(world.samples.tenant("acme").id(), Scope.CREDENTIALS);
  private final CredentialRequest alice = request("alice");
  private final CredentialRequest bob = request("bob");
  private final HeldCredential credential = credential();
  private final CredentialMemory memory = empty();

  protected abstract CredentialMemory empty();

  @Test
  void what_is_remembered_is_found_for_its_holder() {
    memory.remember(memory.mark(), alice, credential, START);
    assertThat(memory.find(alice.holder())).hasValue(credential);
    assertThat(memory.handOut(alice.holder(), START)).hasValue(credential);
    assertThat(memory.handOut(bob.holder(), START)).isEmpty();
  }

  @Test
  void it_is_found_for_no_other_api_key_identifier_or_life() {
    ApiKey second = world.samples.apiKey(apiKey.tenant(), Scope.CREDENTIALS);
    memory.remember(memory.mark(), alice, credential, START);
    List<Holder> others =
        List.of(
            new Holder(second.id(), alice.identifier(), EIGHT_HOURS),
            new Holder(apiKey.id(), bob.identifier(), EIGHT_HOURS),
            new Holder(apiKey.id(), alice.identifier(), new TimeToLive(60)));
    assertThat(others)
        .allSatisfy(
            other -> {
              assertThat(memory.handOut(other, START)).isEmpty();
              assertThat(memory.find(other)).isEmpty();
            });
  }

  @Test
  void what_a_relay_refused_is_forgotten_and_nothing_else() {
    memory.remember(memory.mark(), alice, credential, START);
    memory.remember(memory.mark(), bob, credential(), START);

    memory.forget(alice.holder(), new GrantId(new UUID(0, 99)));
    memory.forget(bob.holder(), credential.grant());
    assertThat(memory.find(alice.holder())).hasValue(credential);
    assertThat(memory.find(bob.holder())).isPresent();

    memory.forget(alice.holder(), credential.grant());
    assertThat(memory.find(alice.holder())).isEmpty();
    assertThat(memory.find(bob.holder())).isPresent();
  }

  @Test
  void what_was_looked_up_before_all_was_forgotten_is_not_remembered() {
    long before = memory.mark();
    memory.remember(before, alice, credential, START);
    memory.forgetAll();
    memory.remember(before, bob, credential, START);
    assertThat(memory.find(alice.holder())).isEmpty();
    assertThat(memory.find(bob.holder())).isEmpty();
  }

  @Test
  void what_is_due_is_to_be_renewed_for_those_who_asked_within_an_eighth_of_its_life() {
    memory.remember(memory.mark(), alice, credential, START);
    memory.remember(memory.mark(), bob, credential, START);
    assertThat(memory.toRenew(DUE.minusMillis(1))).isEmpty();
    memory.handOut(alice.holder(), DUE.minus(Duration.ofHours(1)));
    assertThat(memory.toRenew(DUE)).containsExactly(alice);
    assertThat(memory.toRenew(DUE.plusMillis(1))).isEmpty();
  }

  @Test
  void to_be_renewed_or_looked_at_is_not_to_be_asked_for() {
    memory.remember(memory.mark(), alice, credential, START);
    memory.find(alice.holder());
    memory.remember(memory.mark(), alice, credential, DUE);
    assertThat(memory.toRenew(DUE)).isEmpty();
  }

  private CredentialRequest request(String identifier) {
    return new CredentialRequest(
        apiKey.caller("192.0.2.1"), apiKey, EIGHT_HOURS, new CustomIdentifier(identifier));
  }

  private static HeldCredential credential() {
    IceServer relay = new IceServer(List.of("turn:turn.example:3478"), "u", Secret.of("p"));
    return new HeldCredential(
        new GrantId(UUID.randomUUID()), List.of(relay), START, START.plus(EIGHT_HOURS.duration()));
  }
}
