package org.turnpike.credential;

import org.turnpike.shared.Background;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.CallLimits;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.world.Ports;
import org.turnpike.world.World;

/** Issuing as the product wires it, over the ports of a world. */
public final class IssuingSamples {
  private IssuingSamples() {}

  /** What is due in the background is done at once. */
  public static IssueCredentials issueCredentials(World world) {
    return issueCredentials(world, Runnable::run);
  }

  static IssueCredentials issueCredentials(World world, Background background) {
    return issueCredentials(
        world, world.issuer, world.memory, world.reserveCounts, world.settings(), background);
  }

  /** Over any ports. */
  public static IssueCredentials issueCredentials(
      Ports ports,
      CredentialIssuer issuer,
      CredentialMemory memory,
      ReserveCounts counts,
      Settings settings,
      Background background) {
    TakeFromReserve reserve =
        new TakeFromReserve(
            ports.reserve(),
            counts,
            recording(ports),
            ports.transactions(),
            settings,
            ports.clock());
    ObtainCredential obtaining =
        new ObtainCredential(
            places(ports),
            minting(ports, issuer),
            reserve,
            ports.held(),
            memory,
            ports.transactions(),
            settings,
            ports.clock());
    return new IssueCredentials(
        new CallLimits(ports.clock()),
        new TermsInForce(ports.tenants(), ports.transactions()),
        obtaining,
        memory,
        background,
        settings,
        ports.clock());
  }

  public static FillReserve fillReserve(World world) {
    return new FillReserve(
        sizeReserve(world),
        world.reserve(),
        places(world),
        world.reserveCounts,
        minting(world, world.issuer),
        recording(world),
        world.leases(),
        world.transactions(),
        world.clock());
  }

  public static SizeReserve sizeReserve(World world) {
    return new SizeReserve(world.grants(), world.reserve(), world.settings(), world.clock());
  }

  static RehearseIssuing rehearseIssuing(World world) {
    return new RehearseIssuing(
        world.turnKeys(),
        world.apiKeys(),
        world.reserve(),
        world.held(),
        recording(world),
        world.transactions(),
        world.clock());
  }

  private static MintCredential minting(Ports ports, CredentialIssuer issuer) {
    return new MintCredential(issuer, recording(ports), ports.transactions(), ports.clock());
  }

  private static MintingPlaces places(Ports ports) {
    return new MintingPlaces(
        recording(ports), ports.accounts(), ports.transactions(), ports.clock());
  }

  private static RecordGrant recording(Ports ports) {
    return new RecordGrant(
        ports.tenants(),
        ports.apiKeys(),
        ports.turnKeys(),
        ports.grants(),
        ports.held(),
        ports.audit(),
        ports.clock());
  }
}
