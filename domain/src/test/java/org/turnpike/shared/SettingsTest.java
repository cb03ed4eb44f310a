package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Map<Setting, String> given = new HashMap<>();
  private final Settings settings =
      new Settings(setting -> Optional.ofNullable(given.get(setting)));

  @Test
  void what_is_not_set_has_its_default() {
    assertThat(settings.duration(Setting.COLLECT_INTERVAL)).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.number(Setting.HTTP_PORT, 0, 65_535)).isEqualTo(8080);
    assertThat(settings.find(Setting.DB_URL)).isEmpty();
  }

  @Test
  void a_blank_value_is_as_good_as_none() {
    given.put(Setting.HTTP_HOST, "  ");
    assertThat(settings.text(Setting.HTTP_HOST)).isEqualTo("127.0.0.1");
  }

  @Test
  void the_one_line_of_a_missing_value_names_setting_variable_and_meaning() {
    assertThatIllegalStateException()
        .isThrownBy(() -> settings.text(Setting.MASTER_KEY))
        .withMessageContaining("turnpike.master.key")
        .withMessageContaining("TURNPIKE_MASTER_KEY")
        .withMessageContaining("encrypts secrets");
  }

  @Test
  void a_duration_is_positive_and_in_iso_8601() {
    given.put(Setting.COLLECT_INTERVAL, "PT5M");
    assertThat(settings.duration(Setting.COLLECT_INTERVAL)).isEqualTo(Duration.ofMinutes(5));
    for (String wrong : new String[] {"5m", "PT0S", "-PT1M"}) {
      given.put(Setting.COLLECT_INTERVAL, wrong);
      assertThatIllegalStateException()
          .isThrownBy(() -> settings.duration(Setting.COLLECT_INTERVAL))
          .withMessageContaining(wrong);
    }
  }

  @Test
  void a_number_lies_within_its_bounds() {
    for (String wrong : new String[] {"65536", "-1", "80.5", "http"}) {
      given.put(Setting.HTTP_PORT, wrong);
      assertThatIllegalStateException()
          .isThrownBy(() -> settings.number(Setting.HTTP_PORT, 0, 65_535))
          .withMessageContaining(wrong);
    }
  }

  @Test
  void a_url_has_a_host() {
    given.put(Setting.PUBLIC_URL, "https://turnpike.example/");
    assertThat(settings.uri(Setting.PUBLIC_URL)).contains(URI.create("https://turnpike.example/"));
    for (String wrong : new String[] {"turnpike.example", "https:/console", "not a url"}) {
      given.put(Setting.PUBLIC_URL, wrong);
      assertThatIllegalStateException().isThrownBy(() -> settings.uri(Setting.PUBLIC_URL));
    }
  }

  @Test
  void the_system_property_stands_before_the_server() {
    Settings ofProcess = Settings.ofProcess(key -> Optional.of("from the server: " + key));
    assertThat(ofProcess.text(Setting.HOME)).isEqualTo("from the server: turnpike.home");
    System.setProperty(Setting.HOME.key(), "from the property");
    try {
      assertThat(ofProcess.text(Setting.HOME)).isEqualTo("from the property");
    } finally {
      System.clearProperty(Setting.HOME.key());
    }
  }

  @Test
  void a_secret_setting_prints_redacted() {
    given.put(Setting.DB_PASSWORD, "hunter2");
    assertThat(settings.secret(Setting.DB_PASSWORD).orElseThrow().toString())
        .doesNotContain("hunter2");
  }

  @Test
  void each_setting_says_what_it_means_under_a_name_of_its_own() {
    assertThat(Setting.values()).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Setting.values())
        .allSatisfy(
            setting -> {
              assertThat(setting.key()).startsWith("turnpike.");
              assertThat(setting.meaning()).isNotBlank();
            });
  }

  @Test
  void an_endpoint_is_a_host_and_perhaps_a_port() {
    assertThat(settings.endpoint(Setting.DNS_SERVER, 53)).isEmpty();
    assertEndpoint("dns.example.com", "dns.example.com", 53);
    assertEndpoint("192.0.2.1:5353", "192.0.2.1", 5353);
    assertEndpoint("[2001:db8::1]:5353", "2001:db8::1", 5353);
    assertEndpoint("2001:db8::1", "2001:db8::1", 53);
  }

  @Test
  void what_is_no_endpoint_is_refused_in_one_line() {
    for (String wrong : List.of("a b", "dns:0", "dns:65536", "dns:", "udp://dns", "[::1", ":53")) {
      given.put(Setting.DNS_SERVER, wrong);
      assertThatIllegalStateException()
          .as(wrong)
          .isThrownBy(() -> settings.endpoint(Setting.DNS_SERVER, 53))
          .withMessageStartingWith(
              "Setting turnpike.dns.server (TURNPIKE_DNS_SERVER) must be host");
    }
  }

  @Test
  void a_choice_is_one_of_the_words() {
    List<String> words = List.of("starttls", "tls", "none");
    assertThat(settings.choice(Setting.SMTP_TLS, words)).isEqualTo("starttls");
    given.put(Setting.SMTP_TLS, "ssl");
    assertThatIllegalStateException()
        .isThrownBy(() -> settings.choice(Setting.SMTP_TLS, words))
        .withMessageContaining("must be one of starttls, tls, none, and is ssl");
  }

  private void assertEndpoint(String text, String host, int port) {
    given.put(Setting.DNS_SERVER, text);
    assertThat(settings.endpoint(Setting.DNS_SERVER, 53))
        .contains(InetSocketAddress.createUnresolved(host, port));
  }
}
