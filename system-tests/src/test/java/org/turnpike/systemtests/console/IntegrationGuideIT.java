package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/** A tenant's integration guide: on screen, as files, and its code as it stands there. */
class IntegrationGuideIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static World world;
  private static OwnGuide guide;

  @BeforeAll
  static void open() {
    world = World.running();
    guide = OwnGuide.of(world, "Guided");
  }

  @Test
  void the_page_has_the_tenants_own_addresses() {
    try (Visitor admin = Visitor.signedIn(world, guide.admin())) {
      String shown = admin.open("integration.xhtml?tenant=guided").locator("main").innerText();

      assertThat(shown)
          .contains(world.uri("/api/v1/ice-servers").toString())
          .contains(world.uri("/api/v1/tenants/" + guide.tenant().id() + "/usage").toString())
          .contains("Guided allows 1 to 172,800; left out, it is 10")
          .doesNotContain("{{");
      assertThat(admin.link("Integration").getAttribute("aria-current")).isEqualTo("page");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void each_piece_of_code_says_whether_it_is_run() {
    assertThat(guide.snippets())
        .containsOnlyKeys(
            "ask.sh",
            "usage.sh",
            "backend.mjs",
            "Backend.java",
            "call.js",
            "relay-only.js",
            "in-use.js",
            "keep-alive.js");
    assertThat(guide.notRun())
        .containsOnlyKeys("useCall.js", "IceServers.swift", "IceServers.kt", "iceservers.go");
  }

  @Test
  void it_is_had_for_word_and_as_pdf_without_a_secret() throws Exception {
    try (Visitor admin = Visitor.signedIn(world, guide.admin())) {
      byte[] word = file(admin, "docx");
      byte[] pdf = file(admin, "pdf");

      String text = documentOf(word);
      assertThat(text).contains(world.uri("/api/v1/ice-servers").toString(), "Guided");
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      int leaks = world.secrets().leaks().size();
      world.secrets().search("the guide for Word", text);
      assertThat(world.secrets().leaks()).hasSize(leaks);
    }
  }

  @Test
  void another_tenants_guide_is_not_found() {
    try (Visitor stranger = Visitor.signedIn(world, Neighbours.of(world).other().admin())) {
      for (String form : List.of("xhtml", "docx", "pdf")) {
        APIResponse answer = stranger.fetch("integration." + form + "?tenant=guided");
        assertThat(answer.status()).as(form).isEqualTo(404);
        assertThat(answer.text()).doesNotContain(guide.tenant().id());
      }
    }
  }

  @Test
  void curl_gets_ice_servers_and_usage() throws Exception {
    JsonNode reply =
        credential(
            GuideProgram.script(guide.snippets().get("ask.sh"), guide.apiKey("credentials")));
    assertThat(reply.get("ttl").asInt()).isBetween(1, OwnGuide.LIFE);

    String usage = GuideProgram.script(guide.snippets().get("usage.sh"), guide.apiKey("usage"));
    assertThat(JSON.readTree(usage).get("basis").asText()).isEqualTo("display");
  }

  @Test
  void the_backend_in_node_hands_out_credentials() throws Exception {
    handsOut("node", "backend.mjs");
  }

  @Test
  void the_backend_in_java_hands_out_credentials() throws Exception {
    handsOut(System.getProperty("java.home") + "/bin/java", "Backend.java");
  }

  private static void handsOut(String program, String file) throws Exception {
    String code = guide.snippets().get(file);
    try (GuideProgram backend =
        GuideProgram.backend(program, file, code, guide.apiKey("credentials"))) {
      HttpResponse<String> first = backend.post("/ice-servers");
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
      JsonNode refused = credential(first.body());

      String next = backend.post("/ice-servers?refused=" + refused.get("grantId").asText()).body();
      assertThat(username(credential(next))).isNotEqualTo(username(refused));
      assertThat(backend.get("/ice-servers").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_backend_whose_key_is_refused_says_that_there_is_no_relay() throws Exception {
    for (String[] backend : new String[][] {{"node", "backend.mjs"}, {java(), "Backend.java"}}) {
      String code = guide.snippets().get(backend[1]);
      try (GuideProgram running =
          GuideProgram.backend(backend[0], backend[1], code, guide.apiKey("usage"))) {
        HttpResponse<String> answer = running.post("/ice-servers");
        assertThat(answer.statusCode()).as(backend[1]).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).isEmpty();
      }
    }
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private static byte[] file(Visitor admin, String form) {
    APIResponse answer = admin.fetch("integration." + form + "?tenant=guided");
    assertThat(answer.status()).as(form).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry(
            "content-disposition",
            "attachment; filename=\"turnpike-integration-guided." + form + "\"");
    return answer.body();
  }

  private static String documentOf(byte[] word) throws IOException {
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(word))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals("word/document.xml")) {
          return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no document");
  }

  /** A reply with a relay's credential, which must not be seen again. */
  private static JsonNode credential(String reply) throws IOException {
    JsonNode read = JSON.readTree(reply);
    assertThat(read.findValuesAsText("credential")).isNotEmpty();
    read.findValuesAsText("credential")
        .forEach(password -> world.secrets().keep("credential of the guide", password));
    return read;
  }

  private static String username(JsonNode reply) {
    return reply.findValuesAsText("username").get(0);
  }
}
