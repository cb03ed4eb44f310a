package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.PossibleLeaks.Order;
import org.turnpike.audit.Actor;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantSamples;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.PortContract;

public abstract class PossibleLeaksContract extends PortContract {
  private static final String TEN = "2026-11-22T10:00:00Z";
  private static final String ELEVEN = "2026-11-22T11:00:00Z";

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(other, "theirs");

  @Test
  void a_leak_is_kept_as_noted_as_added_to_and_as_dismissed() {
    CredentialGrant grant =
        GrantSamples.add(ports, samples.apiKey(acme.id(), Scope.CREDENTIALS), main, "u", "anna");
    PossibleLeak leak = LeakSamples.add(ports, main, "u", LeakReason.REVOKED, grant, TEN, 100);
    assertThat(find(leak)).usingRecursiveComparison().ignoringFields("version").isEqualTo(leak);
    Asked later = new Asked("another query", Instant.parse(ELEVEN), "ff".repeat(32));
    run(() -> open(main, "u").get(0).add(LeakSamples.use("u", ELEVEN, 50), later));
    PossibleLeak added = find(leak);
    assertThat(added.volume()).isEqualTo(RelayedVolume.ofBytes(150, 75));
    assertThat(added.firstHour()).isEqualTo(TEN);
    assertThat(added.lastHour()).isEqualTo(ELEVEN);
    assertThat(added.hours()).isEqualTo(2);
    assertThat(added.asked()).isEqualTo(later);
    assertThat(added.grant()).contains(grant.id());
    dismiss(leak);
    assertThat(find(leak).isOpen()).isFalse();
    assertThat(find(leak).dismissedBy()).isEqualTo("Turnpike");
    assertThat(find(leak).dismissedWhy()).isEqualTo("ours");
  }

  @Test
  void open_ones_are_found_by_key_and_username() {
    LeakSamples.add(ports, main, "u", TEN, 1);
    LeakSamples.add(ports, second, "u", TEN, 2);
    LeakSamples.add(ports, main, "v", TEN, 3);
    dismiss(LeakSamples.add(ports, main, "w", TEN, 4));
    assertThat(call(() -> open(main, "u", "w"))).hasSize(1);
    assertThat(call(() -> open(main))).isEmpty();
  }

  @Test
  void of_a_credential_and_a_reason_one_is_open_and_another_may_be_once_it_is_dismissed() {
    PossibleLeak first = LeakSamples.add(ports, main, "u", TEN, 1);
    LeakSamples.add(ports, main, "u", LeakReason.EXPIRED, null, TEN, 1);
    assertThatThrownBy(() -> LeakSamples.add(ports, main, "u", ELEVEN, 1))
        .isInstanceOf(RuntimeException.class);
    dismiss(first);
    LeakSamples.add(ports, main, "u", ELEVEN, 1);
    assertThat(call(() -> open(main, "u"))).hasSize(2);
  }

  @Test
  void they_come_newest_first_a_page_at_a_time_by_state_and_reason() {
    PossibleLeak first = LeakSamples.add(ports, main, "u", TEN, 1);
    PossibleLeak next = LeakSamples.add(ports, main, "v", LeakReason.TOO_MUCH, null, TEN, 1);
    PossibleLeak last = LeakSamples.add(ports, second, "w", TEN, 1);
    LeakSamples.add(ports, theirs, "x", TEN, 1);
    dismiss(first);
    assertThat(ids(null, null)).containsExactly(last.id(), next.id(), first.id());
    assertThat(ids(true, null)).containsExactly(last.id(), next.id());
    assertThat(ids(false, null)).containsExactly(first.id());
    assertThat(ids(true, LeakReason.TOO_MUCH)).containsExactly(next.id());
    PossibleLeaks.Question all = new PossibleLeaks.Question(acme.id(), null, null);
    Slice<PossibleLeak> page = call(() -> ports.leaks().find(all, new Slice.Request(2, null)));
    Slice<PossibleLeak> rest =
        call(() -> ports.leaks().find(all, new Slice.Request(2, page.next())));
    assertThat(rest.items()).extracting(PossibleLeak::id).containsExactly(first.id());
    assertThat(rest.next()).isNull();
  }

  @Test
  void the_first_in_any_order_are_found_among_all_and_all_are_counted() {
    PossibleLeak largest = LeakSamples.add(ports, main, "u", TEN, 100);
    PossibleLeak latest = LeakSamples.add(ports, main, "v", ELEVEN, 10);
    PossibleLeak newest = LeakSamples.add(ports, second, "w", TEN, 10);
    LeakSamples.add(ports, theirs, "x", ELEVEN, 1_000);
    dismiss(LeakSamples.add(ports, main, "y", ELEVEN, 1_000));
    assertThat(first(Order.LARGEST)).containsExactly(largest.id(), newest.id());
    assertThat(first(Order.NEWEST)).containsExactly(newest.id(), latest.id());
    assertThat(first(Order.LATEST)).containsExactly(latest.id(), newest.id());
    assertThat(call(() -> ports.leaks().find(search(null, true, Order.LARGEST), 2)).all())
        .isEqualTo(3);
  }

  @Test
  void a_username_is_found_by_how_it_begins_and_names_by_any_part_in_any_case() {
    CredentialGrant grant =
        GrantSamples.add(ports, samples.apiKey(acme.id(), Scope.CREDENTIALS), main, "g", "Anna_K");
    LeakSamples.add(ports, main, "gHIJKLMNOP", LeakReason.REVOKED, grant, TEN, 1);
    LeakSamples.add(ports, second, "xg%", TEN, 2);
    assertThat(found("GhIjKlMnO", true)).containsExactly("gHIJKLMNOP");
    assertThat(found("HIJ", true)).isEmpty();
    assertThat(found("econ", true)).containsExactly("xg%");
    assertThat(found("nna_", true)).containsExactly("gHIJKLMNOP");
    assertThat(found("xg%", true)).containsExactly("xg%");
    assertThat(found("g%", true)).isEmpty();
    assertThat(found("nna.", true)).isEmpty();
  }

  @Test
  void whoever_may_not_see_whose_it_was_finds_it_by_the_hint_and_the_turn_key_alone() {
    CredentialGrant grant =
        GrantSamples.add(ports, samples.apiKey(acme.id(), Scope.CREDENTIALS), main, "g", "Anna");
    LeakSamples.add(ports, main, "12345678abc", LeakReason.REVOKED, grant, TEN, 1);
    assertThat(found("12345678", false)).hasSize(1);
    assertThat(found("12345678a", false)).isEmpty();
    assertThat(found("anna", false)).isEmpty();
    assertThat(found("mai", false)).hasSize(1);
  }

  @Test
  void what_is_open_is_summed_by_tenant() {
    LeakSamples.add(ports, main, "u", TEN, 100);
    LeakSamples.add(ports, second, "v", TEN, 10);
    LeakSamples.add(ports, theirs, "w", TEN, 2);
    dismiss(LeakSamples.add(ports, main, "x", TEN, 1000));
    PossibleLeaks.Open ours = new PossibleLeaks.Open(2, RelayedVolume.ofBytes(110, 55));
    PossibleLeaks.Open others = new PossibleLeaks.Open(1, RelayedVolume.ofBytes(2, 1));
    assertThat(call(() -> ports.leaks().open(Set.of(acme.id()))))
        .isEqualTo(Map.of(acme.id(), ours));
    assertThat(call(() -> ports.leaks().open(null)))
        .isEqualTo(Map.of(acme.id(), ours, other.id(), others));
    assertThat(call(() -> ports.leaks().open(Set.of()))).isEmpty();
  }

  @Test
  void until_when_a_key_has_been_examined_is_known_by_key() {
    assertThat(call(() -> ports.leaks().examinedThrough(Set.of()))).isEmpty();
    run(() -> ports.leaks().examined(main, Instant.parse(TEN)));
    run(() -> ports.leaks().examined(main, Instant.parse(ELEVEN)));
    run(() -> ports.leaks().examined(second, Instant.parse(TEN)));
    assertThat(call(() -> ports.leaks().examinedThrough(Set.of(main.id(), theirs.id()))))
        .isEqualTo(Map.of(main.id(), Instant.parse(ELEVEN)));
  }

  @Test
  void those_whose_last_hour_is_old_are_forgotten() {
    LeakSamples.add(ports, main, "old", TEN, 1);
    PossibleLeak kept = LeakSamples.add(ports, main, "kept", ELEVEN, 1);
    assertThat(call(() -> ports.leaks().forgetBefore(Instant.parse(ELEVEN)))).isEqualTo(1);
    assertThat(ids(null, null)).containsExactly(kept.id());
  }

  @Test
  void they_are_out_of_reach_of_whoever_may_not_see_the_tenant() {
    PossibleLeak leak = LeakSamples.add(ports, main, "u", TEN, 1);
    run(() -> ports.leaks().examined(main, Instant.parse(TEN)));
    Reach reach = new Reach(Set.of(other.id()));
    ports
        .transactions()
        .run(
            reach,
            () -> {
              assertThat(ports.leaks().find(acme.id(), leak.id())).isEmpty();
              assertThat(open(main, "u")).isEmpty();
              assertThat(ports.leaks().open(null)).isEmpty();
              assertThat(ports.leaks().find(search(null, true, Order.LARGEST), 9).all()).isZero();
              assertThat(ports.leaks().examinedThrough(Set.of(main.id()))).isEmpty();
            });
    assertThat(call(() -> ports.leaks().find(other.id(), leak.id()))).isEmpty();
  }

  private PossibleLeak find(PossibleLeak leak) {
    return call(() -> ports.leaks().find(acme.id(), leak.id()).orElseThrow());
  }

  private void dismiss(PossibleLeak leak) {
    run(
        () ->
            ports
                .leaks()
                .find(leak.tenant(), leak.id())
                .orElseThrow()
                .dismiss(Actor.SYSTEM, "ours", ports.clock().instant()));
  }

  private List<PossibleLeak> open(TurnKey key, String... usernames) {
    return ports.leaks().open(key.id(), Set.of(usernames));
  }

  private List<LeakId> first(Order order) {
    return call(() -> ports.leaks().find(search(null, true, order), 2)).first().stream()
        .map(PossibleLeak::id)
        .toList();
  }

  private List<String> found(String text, boolean holders) {
    PossibleLeaks.Found found =
        call(() -> ports.leaks().find(search(text, holders, Order.LARGEST), 9));
    assertThat(found.all()).isEqualTo(found.first().size());
    return found.first().stream().map(PossibleLeak::username).toList();
  }

  private PossibleLeaks.Search search(String text, boolean holders, Order order) {
    return new PossibleLeaks.Search(
        new PossibleLeaks.Question(acme.id(), true, null), text, holders, order);
  }

  private List<LeakId> ids(Boolean open, LeakReason reason) {
    PossibleLeaks.Question question = new PossibleLeaks.Question(acme.id(), open, reason);
    return call(() -> ports.leaks().find(question, Slice.Request.first())).items().stream()
        .map(PossibleLeak::id)
        .toList();
  }
}
