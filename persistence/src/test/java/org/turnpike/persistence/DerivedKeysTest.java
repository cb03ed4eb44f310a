package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Settings;

class DerivedKeysTest {
  private final byte[] master = new byte[32];

  @Test
  void a_key_is_the_first_block_of_hkdf_expand() {
    for (int i = 0; i < master.length; i++) {
      master[i] = (byte) i;
    }
    // Of Python's hmac: HMAC-SHA256(master, purpose || 0x01)
    assertThat(derived("relay reports"))
        .asHexString()
        .isEqualToIgnoringCase("11b825e600b9df69df1bae6e8dd433d9a4eef2ecf167e2d14930df363074277d");
  }

  @Test
  void another_purpose_or_another_master_key_gives_another() {
    byte[] one = derived("one purpose");
    assertThat(derived("another purpose")).isNotEqualTo(one);
    master[0] = 1;
    assertThat(derived("one purpose")).isNotEqualTo(one);
  }

  private byte[] derived(String purpose) {
    String key = Base64.getEncoder().encodeToString(master);
    return new Encryption(new Settings(setting -> Optional.of(key))).derive(purpose);
  }
}
