package org.turnpike.tenant;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;

/** Networks in CIDR notation, IPv4 or IPv6; none at all means everywhere. */
public record Networks(List<String> blocks) {
  public static final Networks ANYWHERE = new Networks(List.of());

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /**
   * Nothing that could be a host name: Java asks the DNS for "cafe" and takes "10" for 0.0.0.10.
   */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:%1$s\\.){3}%1$s|[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*".formatted(OCTET));

  public Networks {
    blocks.forEach(Block::parse);
    blocks = List.copyOf(blocks);
  }

  public static Networks of(Collection<String> blocks) {
    return blocks == null ? ANYWHERE : new Networks(new ArrayList<>(blocks));
  }

  /** Whether the address, an IPv4 or IPv6 literal, lies in one of them. */
  public boolean contain(String address) {
    return blocks.isEmpty()
        || (address != null
            && LITERAL.matcher(address).matches()
            && blocks.stream().anyMatch(block -> Block.parse(block).contains(literal(address))));
  }

  @Override
  public String toString() {
    return String.join(" ", blocks);
  }

  private static final class Block {
    private final byte[] network;
    private final int prefix;

    private Block(byte[] network, int prefix) {
      this.network = network;
      this.prefix = prefix;
    }

    static Block parse(String text) {
      if (text == null) {
        throw notCidr("null");
      }
      String[] parts = text.split("/", -1);
      try {
        byte[] network = LITERAL.matcher(parts[0]).matches() ? literal(parts[0]) : new byte[0];
        int longest = network.length * 8;
        int prefix = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
        if (parts.length <= 2 && longest > 0 && prefix >= 0 && prefix <= longest) {
          return new Block(network, prefix);
        }
      } catch (NumberFormatException e) {
        throw notCidr(text);
      }
      throw notCidr(text);
    }

    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }

    private static Rejected notCidr(String text) {
      return Rejected.invalid(
          "allowedNetworks", text + " is not a network such as 10.0.0.0/8 or 2001:db8::/32.");
    }
  }

  private static byte[] literal(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
