package org.turnpike.quality;

import java.util.Locale;
import java.util.Set;
import org.turnpike.shared.Rejected;

/** Where a caller is: a code of two letters of ISO 3166-1. */
public record Country(String code) {
  private static final String NONE = "XX";
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** Its code means the same at Cloudflare. */
  public static final Country UNKNOWN = new Country(NONE);

  public Country {
    if (code == null || (!code.equals(NONE) && !CODES.contains(code))) {
      throw Rejected.invalid("country", "country must be a code of ISO 3166-1 such as DE.");
    }
  }

  /**
   * What a trusted proxy says, else what the app says.
   *
   * @param byProxy null for nothing; what is no country counts as nothing
   * @param byApp null for nothing
   */
  public static Country told(String byProxy, String byApp) {
    Country ofApp = byApp == null ? UNKNOWN : new Country(byApp);
    return byProxy != null && CODES.contains(byProxy) ? new Country(byProxy) : ofApp;
  }

  public boolean isKnown() {
    return !code.equals(NONE);
  }
}
