package org.turnpike.usage;

import org.turnpike.shared.DataVolume;

/**
 * What one TURN key relayed in some span.
 *
 * @param egress from the TURN server to its clients: charged
 * @param ingress from the clients to the TURN server: free
 */
public record RelayedVolume(DataVolume egress, DataVolume ingress) {
  public static final RelayedVolume NONE = new RelayedVolume(DataVolume.NONE, DataVolume.NONE);

  public static RelayedVolume ofBytes(long egress, long ingress) {
    return new RelayedVolume(DataVolume.ofBytes(egress), DataVolume.ofBytes(ingress));
  }

  public RelayedVolume plus(RelayedVolume other) {
    return new RelayedVolume(egress.plus(other.egress), ingress.plus(other.ingress));
  }

  public RelayedVolume minus(RelayedVolume other) {
    return new RelayedVolume(egress.minus(other.egress), ingress.minus(other.ingress));
  }
}
