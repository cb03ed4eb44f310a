package org.turnpike.simulator.traffic;

import java.util.function.Supplier;

/**
 * What one user moved through one data centre in one bucket. Every figure of every report is a sum
 * of flows, which is why all groupings agree to the byte.
 *
 * @param bucket five-minute bucket, see {@link FiveMinutes}
 * @param customIdentifier empty when the credential was minted without one
 * @param username asked only by reports that show it: it is costly to make
 * @param connections concurrent connections in this bucket
 */
public record Flow(
    String keyId,
    long bucket,
    String customIdentifier,
    Supplier<String> username,
    DataCentre dataCentre,
    long egressBytes,
    long ingressBytes,
    int connections) {

  Flow under(String otherUsername) {
    return new Flow(
        keyId,
        bucket,
        customIdentifier,
        () -> otherUsername,
        dataCentre,
        egressBytes,
        ingressBytes,
        connections);
  }

  Flow carrying(long egress, long ingress) {
    return new Flow(
        keyId, bucket, customIdentifier, username, dataCentre, egress, ingress, connections);
  }
}
