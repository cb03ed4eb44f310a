package org.turnpike.systemtests.console;

import java.util.List;
import java.util.stream.Stream;

/** The console's pages, as each role has them. */
final class Pages {
  /** In front of the gate. */
  static final List<String> PUBLIC = List.of("sign-in.xhtml", "welcome.xhtml");

  /** What no role of a tenant has. */
  static final List<String> OF_THE_COMPANY =
      List.of(
          "company.xhtml",
          "statements-all.xhtml",
          "unattributed.xhtml",
          "tenants.xhtml",
          "accounts.xhtml",
          "collection.xhtml",
          "notifications.xhtml",
          "users.xhtml");

  /** Without a tenant it is the company's; whoever has none of that sees their own tenant's. */
  private static final String MINTING_OF_ALL = "minting.xhtml";

  private static final List<String> OF_A_TENANT =
      List.of(
          "overview",
          "usage",
          "statements",
          "statements-period",
          "turn-keys",
          "integration",
          "minting",
          "possible-leaks",
          "relay-quality");
  private static final List<String> OF_ITS_ADMIN =
      List.of("credentials", "api-keys", "audit", "relay-addresses", "relay-test");

  private Pages() {}

  /** Addresses of all pages of a role; those about a tenant are about this one. */
  static List<String> of(String role, String slug) {
    Stream<String> seen = about(slug, OF_A_TENANT);
    Stream<String> managed = about(slug, OF_ITS_ADMIN);
    Stream<String> addresses =
        switch (role) {
          case "operator" ->
              Stream.of(OF_THE_COMPANY.stream(), Stream.of(MINTING_OF_ALL), seen, managed)
                  .flatMap(pages -> pages);
          case "finance" ->
              Stream.concat(
                  Stream.of(
                      "company.xhtml", "statements-all.xhtml", "unattributed.xhtml", "audit.xhtml"),
                  seen);
          case "tenant-admin" -> Stream.concat(seen, managed);
          case "tenant-viewer" -> seen;
          default -> throw new IllegalArgumentException(role);
        };
    return addresses.toList();
  }

  /** Such as {@code turn-keys} of {@code turn-keys.xhtml?tenant=maple}. */
  static String name(String address) {
    return address.substring(0, address.indexOf(".xhtml"));
  }

  private static Stream<String> about(String slug, List<String> pages) {
    return pages.stream().map(page -> page + ".xhtml?tenant=" + slug);
  }
}
