package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void nothing_given_is_the_default() {
    SimulatorOptions options = options(Map.of());

    assertThat(options.port()).isZero();
    assertThat(options.seed()).isEqualTo(1);
    assertThat(options.stateFile()).isNull();
    assertThat(options.minting()).isEqualTo(MintingRules.DEFAULT);
    assertThat(options.analytics()).isEqualTo(AnalyticsRules.DEFAULT);
  }

  @Test
  void options_come_in_both_spellings() {
    SimulatorOptions options =
        options(
            Map.of(),
            "--port=8090",
            "--seed",
            "42",
            "--state",
            "sim.json",
            "--port-53=false",
            "--turn-urls=turn:a:1?transport=udp,turn:b:2",
            "--settling=PT0S",
            "--retention=P30D");

    assertThat(options.port()).isEqualTo(8090);
    assertThat(options.seed()).isEqualTo(42);
    assertThat(options.stateFile()).isEqualTo(Path.of("sim.json"));
    assertThat(options.minting().urls().stun()).containsExactly("stun:stun.cloudflare.com:3478");
    assertThat(options.minting().urls().turn())
        .containsExactly("turn:a:1?transport=udp", "turn:b:2");
    assertThat(options.analytics().settling().settlesAfter()).isZero();
    assertThat(options.analytics().limits().notOlderThan()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void the_environment_stands_in_and_the_command_line_wins() {
    Map<String, String> environment =
        Map.of("SIMULATOR_SHARED_SECRET", "s3cret", "SIMULATOR_PORT", "1");

    SimulatorOptions options = options(environment, "--port=2");

    assertThat(options.minting().sharedSecret()).isEqualTo("s3cret");
    assertThat(options.port()).isEqualTo(2);
    assertThat(options.toString()).doesNotContain("s3cret");
  }

  @Test
  void mistakes_are_told_in_a_line() {
    assertThatThrownBy(() -> options(Map.of(), "--prot=1")).hasMessageStartingWith("Usage:");
    assertThatThrownBy(() -> options(Map.of(), "--port")).hasMessageStartingWith("Usage:");
    assertThatThrownBy(() -> options(Map.of(), "--port=x")).hasMessage("--port has a bad value");
    assertThatThrownBy(() -> options(Map.of(), "--settling=2h"))
        .hasMessage("--settling has a bad value");
    assertThatThrownBy(() -> options(Map.of(), "--port-53=maybe"))
        .hasMessage("--port-53 has a bad value");
  }

  private static SimulatorOptions options(Map<String, String> environment, String... arguments) {
    return new CommandLine(arguments, environment).options();
  }
}
