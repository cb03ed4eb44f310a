package org.turnpike.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.console.shell.Requests;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.world.World;

class LinksTest {
  private static final Secret TOKEN = Secret.of("once-only");
  private final World world = new World();

  @Test
  void the_token_stands_in_the_fragment_of_the_public_address() {
    world.set(Setting.PUBLIC_URL, "https://turnpike.example/");

    assertThat(links().welcome(TOKEN))
        .isEqualTo("https://turnpike.example/console/welcome.xhtml#once-only");
  }

  @Test
  void without_a_public_address_the_operators_own_is_taken() {
    assertThat(links().welcome(TOKEN))
        .isEqualTo("http://turnpike.intranet:8080/console/welcome.xhtml#once-only");
  }

  private Links links() {
    return new Links(Requests.asking(Map.of()), world.settings());
  }
}
