package org.turnpike.credentialservice.network;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import org.turnpike.network.AddressSet;

/** What the firewall is open for now. */
record Acknowledgement(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "all of them, IPv4 and IPv6; the watch's wanted are the least")
        List<String> addresses) {
  AddressSet open() {
    return addresses == null
        ? AddressSet.NONE
        : AddressSet.of(addresses.stream().map(text -> Objects.toString(text, "")).toList());
  }
}
