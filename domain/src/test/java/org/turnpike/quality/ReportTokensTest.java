package org.turnpike.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.DerivedKeys;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.world.ManualClock;
import org.turnpike.world.Refusals;

class ReportTokensTest {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final ManualClock clock = new ManualClock();
  private final ReportTokens tokens = new ReportTokens(keys("ours"), clock);
  private final TenantId acme = new TenantId(new UUID(1, 2));
  private final GrantId grant = new GrantId(new UUID(3, 4));
  private final Instant credentialEnds = clock.instant().plus(Duration.ofMinutes(10));
  private final ReportToken token = ReportTokens.of(acme, grant, credentialEnds);
  private final String text = tokens.signed(token).reveal();

  @Test
  void a_token_is_read_as_signed_and_prints_redacted() {
    assertThat(tokens.checked(text)).isEqualTo(token);
    assertThat(text).matches("tpr_[A-Za-z0-9_-]{96}");
    assertThat(tokens.signed(token).toString()).doesNotContain(text);
  }

  @Test
  void it_lasts_an_hour_longer_than_the_credential_and_not_a_second_more() {
    clock.advance(Duration.ofMinutes(70).minusSeconds(1));
    assertThat(tokens.checked(text)).isEqualTo(token);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(text);
  }

  @Test
  void no_character_of_it_can_be_another() {
    for (int i = 0; i < text.length(); i++) {
      char there = text.charAt(i);
      char other = BASE64.charAt((BASE64.indexOf(there) + 1) % BASE64.length());
      assertRefused(text.substring(0, i) + other + text.substring(i + 1));
    }
  }

  @Test
  void what_is_no_token_is_refused() {
    assertRefused(null);
    assertRefused("");
    assertRefused("tpr_");
    assertRefused(text.substring(4));
    assertRefused(text + "A");
    assertRefused("tpr_" + "!".repeat(96));
    assertRefused("tpk_" + text.substring(4));
  }

  @Test
  void one_signed_under_another_key_is_refused() {
    assertRefused(new ReportTokens(keys("theirs"), clock).signed(token).reveal());
  }

  private void assertRefused(String forged) {
    Refusals.assertRefused(Rejected.Reason.UNAUTHENTICATED, () -> tokens.checked(forged));
  }

  private static DerivedKeys keys(String whose) {
    return purpose -> Arrays.copyOf((whose + purpose).getBytes(StandardCharsets.UTF_8), 32);
  }
}
