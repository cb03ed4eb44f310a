package org.turnpike.credentialservice.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnRestQueryTest {
  @Test
  void the_draft_s_three_parameters_are_read_whatever_else_comes() {
    assertThat(TurnRestQuery.of("service=turn&api=other&key=tpk_%41bc&username=anna+b%40c%3D%26"))
        .isEqualTo(new TurnRestQuery("turn", "anna b@c=&", "tpk_Abc"));
  }

  @Test
  void what_is_not_given_or_empty_is_none() {
    TurnRestQuery nothing = new TurnRestQuery(null, null, null);
    assertThat(TurnRestQuery.of((String) null)).isEqualTo(nothing);
    assertThat(TurnRestQuery.of("")).isEqualTo(nothing);
    assertThat(TurnRestQuery.of("service&key=&=x&username=&&")).isEqualTo(nothing);
  }

  @Test
  void the_first_of_several_counts() {
    assertThat(TurnRestQuery.of("username=anna&username=bob").username()).isEqualTo("anna");
  }

  @Test
  void what_cannot_be_decoded_is_none() {
    assertThat(TurnRestQuery.of("service=turn&key=tpk_secret%ZZ&username=%4"))
        .isEqualTo(new TurnRestQuery("turn", null, null));
  }

  @Test
  void it_never_prints_the_key() {
    assertThat(TurnRestQuery.of("service=turn&key=tpk_secret").toString()).doesNotContain("tpk_");
  }
}
