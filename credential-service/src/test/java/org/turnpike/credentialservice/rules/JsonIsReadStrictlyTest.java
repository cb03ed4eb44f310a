package org.turnpike.credentialservice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;

class JsonIsReadStrictlyTest {
  record Inner(String role, UUID tenantId) {}

  record Shape(
      Integer ttl,
      String name,
      List<String> scopes,
      List<Inner> roles,
      Instant expiresAt,
      UUID id,
      Secret token,
      Replacement<Secret> spareToken,
      Replacement<String> note,
      Boolean flag) {}

  @Test
  void what_fits_is_read() {
    Shape shape =
        read(
            """
            {"ttl": 60, "name": "Grüße 🎉", "scopes": ["usage"], "roles": [{"role": "finance"}],
             "expiresAt": "2026-11-22T08:00:00+01:00", "token": "s3cret",
             "id": "0190163d-8694-739b-aea5-966c26f8ad90"}
            """);

    assertThat(shape.ttl()).isEqualTo(60);
    assertThat(shape.name()).isEqualTo("Grüße 🎉");
    assertThat(shape.scopes()).containsExactly("usage");
    assertThat(shape.roles()).containsExactly(new Inner("finance", null));
    assertThat(shape.expiresAt()).isEqualTo("2026-11-22T07:00:00Z");
    assertThat(shape.token()).isEqualTo(Secret.of("s3cret"));
    assertThat(shape.flag()).isNull();
  }

  @Test
  void an_empty_text_removes_what_need_not_be_there_and_null_leaves_it() {
    assertThat(read("{\"spareToken\":\"\",\"note\":\"\"}"))
        .returns(Replacement.byNothing(), Shape::spareToken)
        .returns(Replacement.byNothing(), Shape::note);
    assertThat(read("{\"spareToken\":null}"))
        .returns(null, Shape::spareToken)
        .returns(null, Shape::note);
    assertThat(read("{\"spareToken\":\"s3cret\",\"note\":\"n\"}"))
        .returns(Replacement.by(Secret.of("s3cret")), Shape::spareToken)
        .returns(Replacement.by("n"), Shape::note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"ttl\":}",
        "{ttl:1}",
        "{'ttl':1}",
        "{\"ttl\":1,}",
        "{} {}",
        "{}x",
        "NaN",
        "{\"ttl\":NaN}",
        "{\"ttl\":01}",
        "{\"ttl\":1,\"ttl\":2}",
        "{\"name\":\"a\u0000b\"}",
        "\uFEFF{}",
        "// no\n{}"
      })
  void what_is_no_json_is_malformed(String body) {
    assertThat(rejection(body).reason()).isEqualTo(Rejected.Reason.MALFORMED);
  }

  @Test
  void what_is_not_utf_8_is_malformed() {
    byte[] latin1 = "{\"name\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);

    Rejected rejected = catchThrowableOfType(Rejected.class, () -> Json.read(latin1, Shape.class));

    assertThat(rejected.reason()).isEqualTo(Rejected.Reason.MALFORMED);
  }

  @Test
  void json_nested_too_deeply_is_malformed() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);

    assertThat(rejection(deep).reason()).isEqualTo(Rejected.Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "5", "\"x\"", "true"})
  void what_is_no_object_is_invalid(String body) {
    assertThat(rejection(body).reason()).isEqualTo(Rejected.Reason.INVALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ttl\":\"x\"} | ttl",
        "{\"ttl\":\"60\"} | ttl",
        "{\"ttl\":\"\"} | ttl",
        "{\"ttl\":1.0} | ttl",
        "{\"ttl\":1e99} | ttl",
        "{\"ttl\":1e999999999} | ttl",
        "{\"ttl\":99999999999} | ttl",
        "{\"ttl\":99999999999999999999999999} | ttl",
        "{\"ttl\":true} | ttl",
        "{\"ttl\":[1]} | ttl",
        "{\"ttl\":{}} | ttl",
        "{\"name\":5} | name",
        "{\"name\":true} | name",
        "{\"name\":[\"a\"]} | name",
        "{\"name\":{}} | name",
        "{\"scopes\":\"usage\"} | scopes",
        "{\"scopes\":[null]} | scopes[0]",
        "{\"scopes\":[\"usage\",5]} | scopes[1]",
        "{\"roles\":[{\"role\":\"a\"},{\"role\":5}]} | roles[1].role",
        "{\"roles\":[{\"tenantId\":\"\"}]} | roles[0].tenantId",
        "{\"roles\":[[]]} | roles[0]",
        "{\"expiresAt\":1764000000} | expiresAt",
        "{\"expiresAt\":\"tomorrow\"} | expiresAt",
        "{\"expiresAt\":\"2026-11-22\"} | expiresAt",
        "{\"expiresAt\":\"+999999999-12-31T23:59:59Z\"} | expiresAt",
        "{\"id\":\"x\"} | id",
        "{\"token\":\"\"} | token",
        "{\"token\":\" \"} | token",
        "{\"token\":\"a\\nb\"} | token",
        "{\"token\":5} | token",
        "{\"flag\":\"true\"} | flag",
        "{\"flag\":1} | flag",
        "{\"nonsense\":1} | nonsense",
        "{\"roles\":[{\"nonsense\":1}]} | roles[0].nonsense",
        "{\"name\":\"a\\u0000b\"} | name",
        "{\"name\":\"\\ud83c\"} | name",
        "{\"scopes\":[\"\\udf89\"]} | scopes[0]",
      })
  void a_value_that_does_not_fit_is_named(String body, String field) {
    Rejected rejected = rejection(body);

    assertThat(rejected.reason()).isEqualTo(Rejected.Reason.INVALID);
    assertThat(rejected.errors()).extracting(Rejected.FieldError::field).containsExactly(field);
  }

  @Test
  void what_is_said_of_a_field_is_ours_and_leaves_its_value_out() {
    Rejected rejected = rejection("{\"token\":{\"x\":\"s3cret\"}}");

    assertThat(rejected)
        .hasMessage("token must be a text that is not blank and holds no control characters.")
        .hasNoCause();
  }

  @Test
  void a_field_name_that_cannot_be_printed_is_answered_all_the_same() {
    Rejected rejected = rejection("{\"\\ud83c\\u0000" + "x".repeat(500) + "\":1}");

    assertThat(rejected.errors().get(0).field()).startsWith("??x").hasSizeLessThan(110);
    assertThat(Json.write(Failure.of(rejected).problem())).isNotEmpty();
  }

  private static Shape read(String body) {
    return Json.read(body.getBytes(StandardCharsets.UTF_8), Shape.class);
  }

  private static Rejected rejection(String body) {
    return catchThrowableOfType(Rejected.class, () -> read(body));
  }
}
