package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
  private final Map<Setting, String> given = new HashMap<>();
  private final Settings settings =
      new Settings(setting -> Optional.ofNullable(given.get(setting)));

  @Test
  void what_is_not_set_has_its_default() {
    assertThat(settings.duration(Setting.COLLECT_INTERVAL)).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.number(Setting.HTTP_PORT)).isEqualTo(8080);
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
          .isThrownBy(() -> settings.number(Setting.HTTP_PORT))
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
  void a_url_that_is_none_is_named_without_the_password_of_a_proxy() {
    given.put(Setting.PROXY_URL, "http://turnpike:hunt^er2@proxy:3128");
    assertThatIllegalStateException()
        .isThrownBy(() -> settings.uri(Setting.PROXY_URL))
        .withMessage(
            "Setting turnpike.proxy.url (TURNPIKE_PROXY_URL) must be a full URL such as"
                + " https://host/, and is proxy:3128.");
  }

  @Test
  void all_defaults_can_be_read_and_what_has_none_may_be_missing() {
    assertThatCode(settings::requireReadable).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {
        "COLLECT_[A-Z]+", "RETENTION_[A-Z]+", "P.*_URL", ".*_PORT", ".*_INTERVAL", ".*_LIFE",
        ".*_TIMEOUT", "LEAKS_.*", "REPORTS_PER_HOUR", "DNS_SERVER", "DB_MIGRATE", "SMTP_TLS"
      })
  void of_all_settings_the_one_that_cannot_be_read_is_refused_by_name(Setting setting) {
    given.put(setting, "1 h");
    assertThatIllegalStateException()
        .isThrownBy(settings::requireReadable)
        .withMessageMatching(
            "Setting %s \\(%s\\) must be .+, and is 1 h\\."
                .formatted(setting.key(), setting.variable()));
  }

  @ParameterizedTest
  @CsvSource({
    "COLLECT_RESETTLE, -PT1H, longer than nothing",
    "COLLECT_BUDGET, 0, between 1 and 300",
    "COLLECT_BUDGET, 301, between 1 and 300",
    "HTTP_PORT, 65536, between 0 and 65535",
    "SMTP_PORT, 0, between 1 and 65535",
    "LEAKS_CREDENTIAL_RATE, 0, between 1 and 100000",
    "REPORTS_PER_HOUR, 59, between 60 and 10000000",
    "PROXY_URL, nonsense, a full URL",
    "DNS_SERVER, dns:0, 'host, host:port'",
    "DB_MIGRATE, perhaps, 'one of auto, validate'",
  })
  void so_is_one_that_says_what_cannot_be(Setting setting, String value, String must) {
    given.put(setting, value);
    assertThatIllegalStateException()
        .isThrownBy(settings::requireReadable)
        .withMessageStartingWith(
            "Setting %s (%s) must be %s".formatted(setting.key(), setting.variable(), must))
        .withMessageEndingWith(", and is " + value + ".");
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
    assertThat(settings.endpoint(Setting.DNS_SERVER)).isEmpty();
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
          .isThrownBy(() -> settings.endpoint(Setting.DNS_SERVER))
          .withMessageStartingWith(
              "Setting turnpike.dns.server (TURNPIKE_DNS_SERVER) must be host");
    }
  }

  @Test
  void a_choice_is_one_of_the_words() {
    assertThat(settings.choice(Setting.SMTP_TLS)).isEqualTo("starttls");
    given.put(Setting.SMTP_TLS, "ssl");
    assertThatIllegalStateException()
        .isThrownBy(() -> settings.choice(Setting.SMTP_TLS))
        .withMessageContaining("must be one of starttls, tls, none, and is ssl");
  }

  private void assertEndpoint(String text, String host, int port) {
    given.put(Setting.DNS_SERVER, text);
    assertThat(settings.endpoint(Setting.DNS_SERVER))
        .contains(InetSocketAddress.createUnresolved(host, port));
  }
}
