package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.credentialservice.credentials.IceServersReply;

/** What one run of the relay test needs. */
record RelayTestStartReply(
    IceServersReply credentials,
    @Schema(description = "for the administrator of the network, with the addresses of now")
        String firewallLetter) {}
