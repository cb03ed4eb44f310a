package org.turnpike.credential;

import org.turnpike.shared.Background;
import org.turnpike.world.World;

/** Issuing as the product wires it, over the ports of a world. */
public final class IssuingSamples {
  private IssuingSamples() {}

  /** What is due in the background is done at once. */
  public static IssueCredentials issueCredentials(World world) {
    return issueCredentials(world, Runnable::run);
  }

  static IssueCredentials issueCredentials(World world, Background background) {
    MintCredential minting =
        new MintCredential(
            world.tenants(),
            world.apiKeys(),
            world.turnKeys(),
            world.accounts(),
            world.issuer,
            world.grants(),
            world.held(),
            world.audit(),
            world.transactions(),
            world.clock());
    return new IssueCredentials(
        minting,
        world.held(),
        world.memory,
        world.transactions(),
        background,
        world.settings(),
        world.clock());
  }
}
