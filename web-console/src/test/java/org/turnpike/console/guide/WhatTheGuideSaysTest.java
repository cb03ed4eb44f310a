package org.turnpike.console.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.TtlBounds;
import org.turnpike.tenant.TtlChange;
import org.turnpike.tenant.WhenUnavailable;

/** Addresses, ports and limits are Cloudflare's, and the tenant's own. */
class WhatTheGuideSaysTest {
  private static final Pattern ADDRESS =
      Pattern.compile("\\b(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{4}:[0-9a-f]{4}:[0-9a-f:]+)/\\d+");
  private static final Pattern URL = Pattern.compile("(?:stun|turns?):[a-z.]+:\\d+[a-z?=]*");

  private final ReadHtml maple = ReadHtml.of(GuideHtml.onScreen(Guide.of(Guides.maple())));

  @Test
  void the_addresses_are_the_four_published_ones() {
    assertThat(found(ADDRESS))
        .containsExactly(
            "141.101.90.1/32", "162.159.207.1/32", "2606:4700:48::1/128", "2a06:98c1:3200::1/128");
  }

  @Test
  void the_urls_are_those_that_cloudflare_offers_and_none_is_on_port_53() {
    assertThat(found(URL))
        .containsOnly(
            "stun:stun.cloudflare.com:3478",
            "turn:turn.cloudflare.com:3478?transport=udp",
            "turn:turn.cloudflare.com:443?transport=udp",
            "turn:turn.cloudflare.com:3478?transport=tcp",
            "turn:turn.cloudflare.com:80?transport=tcp",
            "turns:turn.cloudflare.com:5349?transport=tcp",
            "turns:turn.cloudflare.com:443?transport=tcp");
  }

  @Test
  void transport_and_port_of_each_relay_are_those_of_its_url() {
    List<List<String>> relays =
        maple.tables().stream()
            .filter(table -> table.get(0).contains("port"))
            .findFirst()
            .orElseThrow();
    assertThat(relays.stream().skip(1))
        .hasSize(7)
        .allSatisfy(
            row -> {
              assertThat(row.get(0)).contains(":" + row.get(2));
              String transport = row.get(0).startsWith("turns:") ? "TLS" : "UDP";
              transport = row.get(0).matches("turn:.*=tcp") ? "TCP" : transport;
              assertThat(row.get(1)).isEqualTo(transport);
            });
  }

  @Test
  void the_limits_are_cloudflares_and_the_tenants_own() {
    List<List<String>> limits =
        maple.tables().stream()
            .filter(table -> table.get(0).contains("limit"))
            .findFirst()
            .orElseThrow();
    assertThat(limits)
        .extracting(row -> row.get(1))
        .containsExactly(
            "limit",
            "%,ds(48h)".formatted(TtlBounds.MOST),
            "300to7,200s",
            "255characters",
            "64KiB",
            "itsownpace,intheconsole",
            "5asecond",
            "5,000to10,000asecond",
            "50to100Mbit/s,eitherway");
  }

  @Test
  void price_and_free_volume_are_those_of_the_plan() {
    assertThat(maple.words()).contains("1,000GBofegressfree", "pays$0.05perGB");
  }

  @Test
  void without_bounds_of_its_own_a_tenant_has_cloudflares() {
    GuideFacts facts =
        Guides.of("Maple", TtlChange.to(null, null, null), WhenUnavailable.STUN_ONLY);
    assertThat(facts.values())
        .containsEntry("ttl.least", "1")
        .containsEntry("ttl.most", "172,800")
        .containsEntry("ttl.usual", "86,400");
    assertThat(facts.values().get("unavailable")).contains("STUN alone");
    assertThat(Guides.maple().values().get("unavailable")).contains("503");
  }

  @Test
  void the_date_has_a_zone() {
    assertThat(Guides.maple().day()).isEqualTo("26 November 2026, 09:30 CET");
    assertThat(Guides.maple().values())
        .containsEntry("today", "2026-11-26T00:00:00Z")
        .containsEntry("week.start", "2026-11-19T00:00:00Z");
  }

  @Test
  void an_api_key_is_never_shown() {
    assertThat(found(Pattern.compile("tpk_.?"))).containsOnly("tpk_…");
    assertThat(found(Pattern.compile("[0-9a-f]{64}"))).isEmpty();
  }

  @Test
  void what_the_facts_do_not_know_stops_it() {
    Paragraph text = new Paragraph();
    text.appendChild(new Text("{{unheard.of}}"));
    assertThatIllegalStateException()
        .isThrownBy(() -> text.accept(new Filling(Map.of())))
        .withMessageContaining("unheard.of");
  }

  private List<String> found(Pattern pattern) {
    return pattern
        .matcher(maple.root().getTextContent())
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
