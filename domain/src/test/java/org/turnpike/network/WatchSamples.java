package org.turnpike.network;

import org.turnpike.notification.NotificationSamples;
import org.turnpike.notification.Notify;
import org.turnpike.world.World;

/** The watch over a world. */
final class WatchSamples {
  static final String V4_ONE = "141.101.90.1";
  static final String V4_TWO = "162.159.207.1";
  static final String V6_ONE = "2606:4700:48::1";
  static final String V6_TWO = "2a06:98c1:3200::1";
  static final String NEW_V4 = "192.0.2.77";
  static final String NEW_V6 = "2001:db8::77";

  private WatchSamples() {}

  static WatchAddresses watching(World world) {
    return watching(world, NotificationSamples.notify(world));
  }

  static WatchAddresses watching(World world, Notify notify) {
    return new WatchAddresses(
        world.watches(),
        world.names,
        notify,
        world.leases(),
        world.transactions(),
        world.settings(),
        world.clock());
  }

  static AcknowledgeAddresses acknowledging(World world) {
    return new AcknowledgeAddresses(
        world.watches(), world.audit(), world.transactions(), world.clock());
  }

  static AddressWatch watch(World world) {
    return world.transactions().call(() -> world.watches().find().orElseThrow());
  }
}
