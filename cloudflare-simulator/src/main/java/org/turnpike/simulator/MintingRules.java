package org.turnpike.simulator;

import org.turnpike.simulator.turn.IceUrls;

/**
 * What minted credentials are like.
 *
 * @param urls what they are good for
 * @param sharedSecret coturn's {@code static-auth-secret}, which then accepts them; null: opaque
 *     ones, as Cloudflare's
 * @param iceServersKeepIdentifier whether {@code generate-ice-servers} records the custom
 *     identifier: Cloudflare documents it for {@code generate} alone
 */
public record MintingRules(IceUrls urls, String sharedSecret, boolean iceServersKeepIdentifier) {

  public static final MintingRules DEFAULT = new MintingRules(IceUrls.withPort53(), null, true);

  @Override
  public String toString() {
    return "MintingRules[" + urls + "]";
  }
}
