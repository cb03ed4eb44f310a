package org.turnpike.credential;

import org.turnpike.shared.Background;
import org.turnpike.tenant.CallLimits;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.world.World;

/** Issuing as the product wires it, over the ports of a world. */
public final class IssuingSamples {
  private IssuingSamples() {}

  /** What is due in the background is done at once. */
  public static IssueCredentials issueCredentials(World world) {
    return issueCredentials(world, Runnable::run);
  }

  static IssueCredentials issueCredentials(World world, Background background) {
    TakeFromReserve reserve =
        new TakeFromReserve(
            world.reserve(),
            world.reserveCounts,
            recording(world),
            world.transactions(),
            world.settings(),
            world.clock());
    ObtainCredential obtaining =
        new ObtainCredential(
            minting(world),
            reserve,
            world.held(),
            world.memory,
            world.transactions(),
            world.settings(),
            world.clock());
    return new IssueCredentials(
        new CallLimits(world.clock()),
        new TermsInForce(world.tenants(), world.transactions()),
        obtaining,
        world.memory,
        background,
        world.settings(),
        world.clock());
  }

  public static FillReserve fillReserve(World world) {
    return new FillReserve(
        sizeReserve(world),
        world.reserve(),
        world.reserveCounts,
        minting(world),
        world.leases(),
        world.transactions(),
        world.clock());
  }

  public static SizeReserve sizeReserve(World world) {
    return new SizeReserve(world.grants(), world.reserve(), world.settings(), world.clock());
  }

  private static MintCredential minting(World world) {
    return new MintCredential(
        world.accounts(), world.issuer, recording(world), world.transactions(), world.clock());
  }

  private static RecordGrant recording(World world) {
    return new RecordGrant(
        world.tenants(),
        world.apiKeys(),
        world.turnKeys(),
        world.grants(),
        world.held(),
        world.audit(),
        world.clock());
  }
}
