package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.world.World;

class PublicAddressTest {
  private static final String CALLED = "http://turnpike.intranet:8080/api/v1/users";
  private static final Secret TOKEN = Secret.of("once-only");
  private final World world = new World();

  @Test
  void without_one_that_is_set_it_is_where_it_was_called() {
    assertThat(address().root(CALLED)).isEqualTo("http://turnpike.intranet:8080/");
    assertThat(address().root("http://turnpike.intranet"))
        .as("called without a path")
        .isEqualTo("http://turnpike.intranet/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://turnpike.example/relays", "https://turnpike.example/relays/"})
  void one_that_is_set_keeps_its_path_and_tokens_stand_in_the_fragment(String set) {
    world.set(Setting.PUBLIC_URL, set);

    assertThat(address().root(CALLED)).isEqualTo("https://turnpike.example/relays/");
    assertThat(address().welcome(TOKEN, CALLED).reveal())
        .isEqualTo("https://turnpike.example/relays/console/welcome.xhtml#once-only");
    assertThat(address().relayTest(TOKEN, CALLED).reveal())
        .isEqualTo("https://turnpike.example/relays/api/relay-test/#once-only");
  }

  private PublicAddress address() {
    return new PublicAddress(world.settings());
  }
}
