package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialMemory;
import org.turnpike.credential.CredentialMemoryContract;
import org.turnpike.credential.CredentialRequest;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.HeldCredential;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.TimeToLive;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.world.World;

class CaffeineCredentialMemoryTest extends CredentialMemoryContract {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final int MANY = 200_000;

  /** 128 MiB of at least 1 KiB each, and what is yet to be put in order. */
  private static final long MOST = 128 * 1024 + 10_000;

  private final World world = new World();
  private final ApiKey apiKey =
      world.samples.apiKey(world.samples.tenant("many").id(), Scope.CREDENTIALS);

  @Override
  protected CredentialMemory empty() {
    return new CaffeineCredentialMemory();
  }

  @Test
  void it_does_not_grow_with_the_number_of_those_who_ask() {
    CredentialMemory memory = empty();
    List<IceServer> servers =
        List.of(new IceServer(List.of("turn:turn.example:3478"), "user", Secret.of("password")));
    HeldCredential credential =
        new HeldCredential(new GrantId(UUID.randomUUID()), servers, NOW, NOW.plusSeconds(86_400));
    IntStream.range(0, MANY)
        .forEach(i -> memory.remember(memory.mark(), request(i), credential, NOW));

    assertThat(IntStream.range(0, MANY).filter(i -> isThere(memory, i)).count())
        .isBetween(MOST / 2, MOST);
  }

  private boolean isThere(CredentialMemory memory, int number) {
    return memory.find(request(number).holder()).isPresent();
  }

  private CredentialRequest request(int number) {
    return new CredentialRequest(
        apiKey.caller(null), apiKey, TimeToLive.USUAL, new CustomIdentifier("person " + number));
  }
}
