package org.turnpike.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.turnpike.audit.Changes;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeZones;
import org.turnpike.shared.UuidV7;

/**
 * A part of the company that is billed on its own. Life: active; suspended (gets no credentials,
 * keeps its usage and its bills) and active again; closed for good.
 */
@Entity
@Table(name = "tenant")
public class Tenant {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** Where a tenant stands. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private TenantId id;

  private String name;
  private String slug;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "account_id"))
  private AccountId account;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "rate_plan")
  private String plan;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Embedded private TtlBounds ttl;

  @Enumerated(EnumType.STRING)
  @Column(name = "when_unavailable")
  private WhenUnavailable whenUnavailable;

  @Column(name = "key_in_url")
  private boolean keyInUrl;

  @Column(name = "relay_reports")
  private boolean relayReports;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Tenant() {}

  public Tenant(TenantDetails details, AccountId account, Instant now) {
    this.id = new TenantId(UuidV7.at(now));
    this.createdAt = now;
    this.account = account;
    this.status = Status.ACTIVE;
    this.timeZone = "UTC";
    this.plan = "standard";
    this.whenUnavailable = WhenUnavailable.REFUSE;
    take(details);
  }

  /**
   * Takes over what the details name and leaves the rest as it is.
   *
   * @return what that changed but for the status, for the audit trail; null when nothing
   */
  String change(TenantDetails details) {
    Map<String, Object> before = told();
    take(details);
    return Changes.between(before, told());
  }

  private void take(TenantDetails details) {
    name = details.name() == null && name != null ? name : Name.checked(details.name());
    slug = details.slug() == null ? slug : details.slug();
    timeZone = details.timeZone() == null ? timeZone : TimeZones.named(details.timeZone()).getId();
    plan = details.plan() == null ? plan : details.plan();
    if (!isSlug(slug)) {
      throw Rejected.invalid(
          "slug", "slug needs 1 to 63 small letters, digits and hyphens, no hyphen at the ends.");
    }
    if (details.ttl() != null) {
      ttl = details.ttl().appliedTo(bounds());
    }
    whenUnavailable =
        details.whenUnavailable() == null ? whenUnavailable : details.whenUnavailable();
    keyInUrl = details.keyInUrl() == null ? keyInUrl : details.keyInUrl();
    relayReports = details.relayReports() == null ? relayReports : details.relayReports();
    if (details.status() != null) {
      become(details.status());
    }
  }

  /** JPA reads bounds of nothing but nulls as null. */
  private TtlBounds bounds() {
    return ttl == null ? TtlBounds.ANY : ttl;
  }

  private Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", name);
    told.put("slug", slug);
    told.put("time zone", timeZone);
    told.put("plan", plan);
    told.put("shortest life", bounds().minTtl());
    told.put("longest life", bounds().maxTtl());
    told.put("usual life", bounds().defaultTtl());
    told.put("when no relay can be had", whenUnavailable.wireName());
    told.put("API key in the URL", keyInUrl ? "allowed" : "refused");
    told.put("relay reports", relayReports ? "taken" : "refused");
    return told;
  }

  static boolean isSlug(String text) {
    return text != null && SLUG.matcher(text).matches();
  }

  private void become(Status wanted) {
    if (status == Status.CLOSED && wanted != Status.CLOSED) {
      throw Rejected.conflict("A closed tenant stays closed.");
    }
    status = wanted;
  }

  public TenantId id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String slug() {
    return slug;
  }

  public AccountId account() {
    return account;
  }

  public ZoneId timeZone() {
    return ZoneId.of(timeZone);
  }

  /** The code of its rate plan. */
  public String plan() {
    return plan;
  }

  public Status status() {
    return status;
  }

  public Terms terms() {
    return new Terms(bounds(), whenUnavailable, keyInUrl, relayReports);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
