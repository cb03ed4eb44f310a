package org.turnpike.network;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;

/**
 * An address of a relay of Cloudflare's, written in the one usual way (RFC 5952 for IPv6); sorted
 * by family, then as numbers.
 */
public record RelayAddress(String text) implements Comparable<RelayAddress>, Serializable {
  private static final Comparator<RelayAddress> ORDER =
      Comparator.comparing(RelayAddress::family).thenComparing(RelayAddress::padded);

  /** Digits, dots and colons: nothing that could be looked up as a name. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(%1$s\\.){3}%1$s|(?=.*:.*:)[0-9a-fA-F:.]{2,45}"
              .formatted("(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));

  /** A, or AAAA. */
  public enum Family {
    IPV4("A", 32),
    IPV6("AAAA", 128);

    private final String recordType;
    private final int bits;

    Family(String recordType, int bits) {
      this.recordType = recordType;
      this.bits = bits;
    }

    /** Of the DNS record. */
    public String recordType() {
      return recordType;
    }

    /** Such as IPv4. */
    public String label() {
      return this == IPV4 ? "IPv4" : "IPv6";
    }
  }

  public RelayAddress {
    text = canonical(text == null ? "" : text.strip());
  }

  public Family family() {
    return text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
  }

  /** As firewalls take it, such as {@code 192.0.2.1/32}. */
  public String block() {
    return text + "/" + family().bits;
  }

  @Override
  public int compareTo(RelayAddress other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }

  private String padded() {
    StringBuilder padded = new StringBuilder();
    for (byte part : bytes(text)) {
      padded.append(String.format("%02x", part));
    }
    return padded.toString();
  }

  private static String canonical(String text) {
    byte[] bytes = bytes(text);
    if (bytes.length == 4) {
      return "%d.%d.%d.%d"
          .formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff);
    }
    int[] groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    return shortened(groups);
  }

  /** The longest run of two or more zeros, the first of equals, becomes two colons. */
  private static String shortened(int[] groups) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(i > 0 && i != start + length ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    try {
      if (LITERAL.matcher(text).matches()) {
        return InetAddress.getByName(text).getAddress();
      }
    } catch (UnknownHostException e) {
      throw none(text);
    }
    throw none(text);
  }

  private static Rejected none(String text) {
    return Rejected.invalid("addresses", text + " is no IPv4 or IPv6 address.");
  }
}
