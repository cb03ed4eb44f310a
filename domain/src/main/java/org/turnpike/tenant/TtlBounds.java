package org.turnpike.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.turnpike.shared.Rejected;

/**
 * For how long a tenant's credentials may live, in seconds; null where the tenant has no rule of
 * its own.
 *
 * @param minTtl 1 to {@link #MOST}
 * @param maxTtl {@code minTtl} to {@link #MOST}
 * @param defaultTtl what who asks for none gets, within both; null for a day, as far as they allow
 */
@Embeddable
public record TtlBounds(
    @Column(name = "min_ttl") Integer minTtl,
    @Column(name = "max_ttl") Integer maxTtl,
    @Column(name = "default_ttl") Integer defaultTtl)
    implements Serializable {
  /** Cloudflare's own limit, 48 h. */
  public static final int MOST = 172_800;

  /** No rule but Cloudflare's. */
  public static final TtlBounds ANY = new TtlBounds(null, null, null);

  private static final int LEAST = 1;
  private static final int DAY = 86_400;

  public TtlBounds {
    require("minTtl", minTtl, LEAST, MOST);
    require("maxTtl", maxTtl, minTtl == null ? LEAST : minTtl, MOST);
    require(
        "defaultTtl", defaultTtl, minTtl == null ? LEAST : minTtl, maxTtl == null ? MOST : maxTtl);
  }

  public int least() {
    return minTtl == null ? LEAST : minTtl;
  }

  public int most() {
    return maxTtl == null ? MOST : maxTtl;
  }

  /** What who asks for none gets. */
  public int usual() {
    return clamp(defaultTtl == null ? DAY : defaultTtl);
  }

  /** The life asked for, the usual one for null; throws {@link Rejected} when it is outside. */
  public int check(Integer ttl) {
    require("ttl", ttl, least(), most());
    return ttl == null ? usual() : ttl;
  }

  /** The allowed life nearest to the one asked for; the usual one for null. */
  public int clamp(Integer ttl) {
    return ttl == null ? usual() : Math.max(least(), Math.min(ttl, most()));
  }

  /**
   * These bounds and those of one of the tenant's API keys.
   *
   * @param most the API key's own, which wins should it lie below the least life; null for none
   */
  TtlBounds within(Integer most) {
    return most == null || most >= most()
        ? this
        : new TtlBounds(Math.min(least(), most), most, Math.min(usual(), most));
  }

  /** Throws {@link Rejected} unless an API key with that maxTtl would still get credentials. */
  void checkMostOfKey(Integer most) {
    require("maxTtl", most, least(), MOST);
  }

  private static void require(String field, Integer seconds, int least, int most) {
    if (seconds != null && (seconds < least || seconds > most)) {
      throw Rejected.invalid(
          field, field + " must be between " + least + " and " + most + " seconds.");
    }
  }
}
