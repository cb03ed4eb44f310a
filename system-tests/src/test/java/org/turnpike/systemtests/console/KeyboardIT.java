package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/** The main action of a page is reached without a mouse, and is seen to be reached. */
class KeyboardIT {
  private static final int MOST_TABS = 40;
  private static final String FOCUSED =
      """
      () => {
        const at = document.activeElement;
        // A search field has its outline around the magnifier, too.
        const style = getComputedStyle(at.closest('.search') ?? at);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return {
          name: (at.innerText || at.value || '').trim(),
          seen: at.matches(':focus-visible') && (outlined || style.boxShadow !== 'none'),
        };
      }
      """;

  private final World world = World.running();

  @ParameterizedTest
  @CsvSource({
    "sign-in.xhtml, Sign in",
  })
  void before_the_gate(String address, String action) {
    try (Visitor visitor = Visitor.anonymous(world)) {
      tabTo(action, visitor.open(address));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "overview.xhtml, New TURN key",
    "usage.xhtml, Download CSV",
    "turn-keys.xhtml, New TURN key",
    "credentials.xhtml, Search",
    "api-keys.xhtml, New API key",
    "minting.xhtml, Refresh",
  })
  void as_a_tenant_admin(String address, String action) {
    try (Visitor admin = Visitor.signedIn(world, Neighbours.of(world).ours().admin())) {
      tabTo(action, admin.open(address));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "company.xhtml, Add tenant",
    "tenants.xhtml, Add tenant",
    "accounts.xhtml, Add account",
    "users.xhtml, Invite a person",
    "collection.xhtml, Refresh",
    "minting.xhtml, Refresh",
  })
  void as_an_operator(String address, String action) {
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      tabTo(action, operator.open(address));
    }
  }

  /** Everything on the way must be seen to have the focus, too. */
  private static void tabTo(String action, Page page) {
    for (int tab = 0; tab < MOST_TABS; tab++) {
      page.keyboard().press("Tab");
      Map<?, ?> focused = (Map<?, ?>) page.evaluate(FOCUSED);
      assertThat(focused.get("seen")).as("focus is visible on: %s", focused).isEqualTo(true);
      if (action.equals(focused.get("name"))) {
        return;
      }
    }
    throw new AssertionError(action + " is not reached within " + MOST_TABS + " tabs");
  }
}
