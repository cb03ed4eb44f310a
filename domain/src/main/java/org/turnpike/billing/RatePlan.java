package org.turnpike.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Money;

/**
 * What a tenant pays: so many gigabytes free each period, a price for each one above. How many
 * bytes a gigabyte has is part of the plan, for Cloudflare does not say: 10^9 in the standard plan.
 */
@Entity
@Table(name = "rate_plan")
public class RatePlan {
  private static final long DECIMAL_GIGABYTE = 1_000_000_000L;
  private static final long BINARY_GIGABYTE = 1L << 30;

  @Id private String code;
  private String name;
  private Currency currency;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "free_gigabytes")
  private BigDecimal freeGigabytes;

  @Column(name = "bytes_per_gigabyte")
  private long bytesPerGigabyte;

  protected RatePlan() {}

  public RatePlan(
      String code, String name, Money unitPrice, BigDecimal freeGigabytes, long bytesPerGigabyte) {
    if (bytesPerGigabyte != DECIMAL_GIGABYTE && bytesPerGigabyte != BINARY_GIGABYTE) {
      throw new IllegalArgumentException("A gigabyte has 10^9 or 2^30 bytes");
    }
    if (unitPrice.amount().signum() < 0 || freeGigabytes.signum() < 0) {
      throw new IllegalArgumentException("Neither price nor free gigabytes are negative");
    }
    this.code = code;
    this.name = name;
    this.currency = unitPrice.currency();
    this.unitPrice = unitPrice.amount();
    this.freeGigabytes = freeGigabytes;
    this.bytesPerGigabyte = bytesPerGigabyte;
  }

  /** Exact: a gigabyte has 10^9 or 2^30 bytes, and both divide without a remainder that repeats. */
  BigDecimal gigabytes(DataVolume volume) {
    return BigDecimal.valueOf(volume.bytes()).divide(BigDecimal.valueOf(bytesPerGigabyte));
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** Of one gigabyte above the free ones. */
  public Money unitPrice() {
    return new Money(unitPrice, currency);
  }

  /** Each period. */
  public BigDecimal freeGigabytes() {
    return freeGigabytes;
  }

  public long bytesPerGigabyte() {
    return bytesPerGigabyte;
  }
}
