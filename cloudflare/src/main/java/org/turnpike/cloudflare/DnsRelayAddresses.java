package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnpike.network.AddressSet;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.network.RelayAddresses;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** By the resolver of the settings, else by the system's; follows aliases, and keeps nothing. */
@ApplicationScoped
public class DnsRelayAddresses implements RelayAddresses {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RETRY_LATER = Duration.ofMinutes(1);

  private Optional<InetSocketAddress> server;

  protected DnsRelayAddresses() {}

  @Inject
  public DnsRelayAddresses(Settings settings) {
    server = settings.endpoint(Setting.DNS_SERVER);
  }

  @Override
  public AddressSet find(String name, Family family) {
    Lookup lookup = lookup(name, family);
    Record[] records = lookup.run();
    if (lookup.getResult() != Lookup.SUCCESSFUL || records == null) {
      throw new Unavailable(
          "%s gives no %s of %s: %s."
              .formatted(resolver(), family.recordType(), name, reason(lookup)),
          RETRY_LATER);
    }
    List<String> addresses = new ArrayList<>();
    for (Record found : records) {
      addresses.add(address(found));
    }
    return AddressSet.of(addresses);
  }

  @Override
  public String resolver() {
    return server
        .map(address -> address.getHostString() + ":" + address.getPort())
        .orElseGet(DnsRelayAddresses::system);
  }

  private static String system() {
    List<String> servers =
        ResolverConfig.getCurrentConfig().servers().stream()
            .map(InetSocketAddress::getHostString)
            .toList();
    return servers.isEmpty() ? "the system's resolver" : String.join(", ", servers);
  }

  private Lookup lookup(String name, Family family) {
    try {
      // Absolute, or the system's search path would be tried as well.
      Lookup lookup =
          new Lookup(Name.fromString(name + "."), Type.value(family.recordType()), DClass.IN);
      lookup.setResolver(open());
      lookup.setCache(new Cache());
      return lookup;
    } catch (TextParseException e) {
      throw new IllegalArgumentException(name + " is no name", e);
    }
  }

  private Resolver open() {
    try {
      Resolver resolver =
          server.isPresent() ? new SimpleResolver(resolved(server.get())) : new ExtendedResolver();
      resolver.setTimeout(PATIENCE);
      return resolver;
    } catch (UnknownHostException e) {
      throw new Unavailable(resolver() + " is no host that is known.", RETRY_LATER, e);
    }
  }

  private static InetSocketAddress resolved(InetSocketAddress server) throws UnknownHostException {
    InetSocketAddress resolved = new InetSocketAddress(server.getHostString(), server.getPort());
    if (resolved.isUnresolved()) {
      throw new UnknownHostException(server.getHostString());
    }
    return resolved;
  }

  /** In our words: the library's quote addresses and class names. */
  private static String reason(Lookup lookup) {
    return switch (lookup.getResult()) {
      case Lookup.HOST_NOT_FOUND -> "it knows no such name";
      case Lookup.TYPE_NOT_FOUND -> "it knows none";
      case Lookup.TRY_AGAIN -> "it does not answer";
      default -> "it cannot tell";
    };
  }

  private static String address(Record found) {
    return found instanceof AAAARecord v6
        ? v6.getAddress().getHostAddress()
        : ((ARecord) found).getAddress().getHostAddress();
  }
}
