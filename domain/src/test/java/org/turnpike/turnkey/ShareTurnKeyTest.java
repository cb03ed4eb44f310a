package org.turnpike.turnkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ShareTurnKeyTest {
  private static final String UID = "0123456789abcdef0123456789abcdef";

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final ShareTurnKey sharing =
      new ShareTurnKey(
          world.turnKeys(),
          world.accounts(),
          world.provider,
          world.audit(),
          world.transactions(),
          world.clock());

  @Test
  void an_operator_names_a_key_that_exists_at_cloudflare() {
    world.provider.hold(UID, Secret.of("theirs"));
    TurnKey key = add(UID);
    assertThat(sharing.list(Callers.finance())).extracting(TurnKey::id).containsExactly(key.id());
    assertThat(key.isShared()).isTrue();
    assertThat(key.secret()).isNull();
    assertThat(key.name()).isEqualTo("Meetings");
    assertThat(world.acts()).startsWith("shared-turn-key.added");
  }

  @Test
  void a_key_that_is_not_there_or_metered_already_is_refused() {
    assertInvalid("uid", () -> add(UID));
    assertInvalid("uid", () -> add("no uid/"));
    world.provider.hold(UID, Secret.of("theirs"));
    assertInvalid(
        "accountId",
        () -> sharing.add(Callers.operator(), new AccountId(UUID.randomUUID()), "Meetings", UID));
    add(UID);
    assertRefused(Rejected.Reason.CONFLICT, () -> add(UID));
    TurnKey own = world.samples.turnKey(world.samples.tenant("acme", account));
    assertRefused(Rejected.Reason.CONFLICT, () -> add(own.uid()));
  }

  @Test
  void once_it_is_ended_it_and_its_shares_are_read_until_they_have_settled() {
    world.provider.hold(UID, Secret.of("theirs"));
    TurnKey key = add(UID);
    TurnKey share = key.share("acme", null, world.clock().instant());
    world.transactions().run(() -> world.turnKeys().add(share));
    assertThat(sharing.end(Callers.operator(), key.id()).state()).isEqualTo(TurnKey.State.RETIRED);
    assertThat(world.transactions().call(() -> world.turnKeys().find(share.id())))
        .get()
        .extracting(TurnKey::retiredAt)
        .isEqualTo(world.clock().instant());
    assertRefused(Rejected.Reason.CONFLICT, () -> sharing.end(Callers.operator(), key.id()));
    assertThat(world.acts()).startsWith("shared-turn-key.ended");
  }

  @Test
  void only_operators_do_so_and_finance_may_look() {
    Tenant acme = world.samples.tenant("acme", account);
    world.provider.hold(UID, Secret.of("theirs"));
    TurnKey key = add(UID);
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> sharing.add(Callers.finance(), account.id(), "Meetings", UID));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> sharing.end(Callers.finance(), key.id()));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> sharing.list(Callers.adminOf(acme)));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> sharing.end(Callers.operator(), world.samples.turnKey(acme).id()));
  }

  private TurnKey add(String uid) {
    return sharing.add(Callers.operator(), account.id(), "Meetings", uid);
  }
}
