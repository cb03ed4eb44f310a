package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

class QueryBudgetTest {
  private static final Secret TOKEN = Secret.of("token");

  private final TestClock clock = new TestClock();
  private final QueryBudget budget = new QueryBudget(2, clock);

  @Test
  void a_budget_used_up_says_when_the_next_query_may_come() {
    budget.spend(TOKEN);
    clock.pass(Duration.ofMinutes(1));
    budget.spend(TOKEN);
    clock.pass(Duration.ofMinutes(1));

    Unavailable unavailable = catchThrowableOfType(Unavailable.class, () -> budget.spend(TOKEN));

    assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofMinutes(3));
    clock.pass(unavailable.retryAfter());
    assertThatCode(() -> budget.spend(TOKEN)).doesNotThrowAnyException();
  }

  @Test
  void the_window_slides_with_each_query() {
    budget.spend(TOKEN);
    clock.pass(Duration.ofMinutes(4));
    budget.spend(TOKEN);
    clock.pass(Duration.ofMinutes(1));
    budget.spend(TOKEN);

    assertThat(catchThrowableOfType(Unavailable.class, () -> budget.spend(TOKEN)).retryAfter())
        .isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void what_was_turned_away_is_not_counted() {
    budget.spend(TOKEN);
    budget.spend(TOKEN);
    for (int i = 0; i < 10; i++) {
      assertThat(catchThrowableOfType(Unavailable.class, () -> budget.spend(TOKEN))).isNotNull();
    }
    clock.pass(Duration.ofMinutes(5));

    assertThatCode(() -> budget.spend(TOKEN)).doesNotThrowAnyException();
  }

  @Test
  void it_tells_how_much_of_it_is_left() {
    QueryBudget ofThree = new QueryBudget(3, clock);
    assertThat(ofThree.percentLeft(TOKEN)).isEqualTo(100);
    ofThree.spend(TOKEN);
    assertThat(ofThree.percentLeft(TOKEN)).isEqualTo(66);
    ofThree.spend(TOKEN);
    assertThat(ofThree.percentLeft(TOKEN)).isEqualTo(33);
    ofThree.spend(TOKEN);
    assertThat(ofThree.percentLeft(TOKEN)).isZero();
    clock.pass(Duration.ofMinutes(5));
    assertThat(ofThree.percentLeft(TOKEN)).isEqualTo(100);
  }

  @Test
  void each_token_has_its_own() {
    budget.spend(TOKEN);
    budget.spend(TOKEN);

    assertThatCode(() -> budget.spend(Secret.of("another"))).doesNotThrowAnyException();
  }

  @Test
  void what_another_node_spent_counts_until_it_is_five_minutes_old() {
    assertThat(budget.spent(TOKEN)).isEmpty();
    Instant before = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    budget.spend(TOKEN);
    budget.count(TOKEN, List.of(before));
    assertThat(budget.spent(TOKEN)).containsExactly(before, clock.instant());

    assertThat(catchThrowableOfType(Unavailable.class, () -> budget.spend(TOKEN)).retryAfter())
        .isEqualTo(Duration.ofMinutes(4));
    clock.pass(Duration.ofMinutes(4));
    assertThat(budget.spent(TOKEN)).hasSize(1);
    assertThatCode(() -> budget.spend(TOKEN)).doesNotThrowAnyException();
  }

  @Test
  void what_is_told_again_or_was_spent_here_counts_once() {
    QueryBudget ours = new QueryBudget(200, clock);
    Instant theirs = clock.instant();
    clock.pass(Duration.ofSeconds(1));
    ours.spend(TOKEN);
    ours.spend(TOKEN);
    List<Instant> all = List.of(theirs, theirs, clock.instant(), clock.instant());
    ours.count(TOKEN, List.of(theirs));
    ours.count(TOKEN, all);
    ours.count(TOKEN, all);

    assertThat(ours.spent(TOKEN)).isEqualTo(all);
  }
}
