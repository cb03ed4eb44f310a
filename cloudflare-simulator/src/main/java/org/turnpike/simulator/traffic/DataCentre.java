package org.turnpike.simulator.traffic;

/** Where a relay stands, in Cloudflare's own spelling of code, city, country and region. */
public enum DataCentre {
  FRA("Frankfurt", "DE", "WEUR"),
  MUC("Munich", "DE", "WEUR"),
  VIE("Vienna", "AT", "WEUR"),
  ZRH("Zurich", "CH", "WEUR"),
  CDG("Paris", "FR", "WEUR"),
  LHR("London", "GB", "WEUR"),
  WAW("Warsaw", "PL", "EEUR"),
  IAD("Ashburn", "US", "ENAM"),
  SJC("San Jose", "US", "WNAM"),
  SIN("Singapore", "SG", "APAC");

  private static final DataCentre[] ALL = values();

  private final String city;
  private final String country;
  private final String region;

  DataCentre(String city, String country, String region) {
    this.city = city;
    this.country = country;
    this.region = region;
  }

  public String code() {
    return name();
  }

  public String city() {
    return city;
  }

  public String country() {
    return country;
  }

  public String region() {
    return region;
  }

  static DataCentre of(long roll) {
    return ALL[Dice.between(roll, 0, ALL.length - 1)];
  }
}
