package org.turnpike.credentialservice.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.credentialservice.rules.FakeRequest;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.TrustedProxies;

class CountryOfCallTest {
  private final Map<Setting, String> given =
      new EnumMap<>(Map.of(Setting.TRUSTED_PROXIES, "10.0.0.0/8"));

  @Test
  void a_trusted_proxy_names_it() {
    assertThat(countryOf(call().from("10.1.2.3"))).isEqualTo("DE");
  }

  @Test
  void anybody_else_may_say_what_they_like() {
    assertThat(countryOf(call().from("192.0.2.1"))).isNull();
    given.remove(Setting.TRUSTED_PROXIES);
    assertThat(countryOf(call().from("10.1.2.3"))).isNull();
  }

  @Test
  void proxies_have_headers_of_their_own_for_it() {
    given.put(Setting.REPORTS_COUNTRY_HEADER, "X-Country");
    assertThat(countryOf(call().from("10.1.2.3"))).isNull();
    assertThat(countryOf(call().from("10.1.2.3").header("X-Country", "FR"))).isEqualTo("FR");
  }

  private static FakeRequest call() {
    return new FakeRequest("/api/relay-reports").header("CF-IPCountry", "DE");
  }

  private String countryOf(FakeRequest call) {
    Settings settings = new Settings(setting -> Optional.ofNullable(given.get(setting)));
    return new CountryOfCall(new TrustedProxies(settings), settings).of(call.request());
  }
}
