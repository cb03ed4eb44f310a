package org.turnpike.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.turnpike.audit.Changes;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.shared.UuidV7;

/**
 * An account at Cloudflare through which tenants relay: its tokens, how its minting is called, and
 * the day of the month on which its billing period starts. Added once its tokens were tried; tokens
 * are replaced, the account tag never.
 */
@Entity
@Table(name = "cloudflare_account")
public class CloudflareAccount {
  private static final Pattern TAG = Pattern.compile("[0-9a-fA-F]{32}");

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private AccountId id;

  private String name;

  @Column(name = "account_tag")
  private String accountTag;

  @Column(name = "api_token")
  private Secret apiToken;

  @Column(name = "analytics_token")
  private Secret analyticsToken;

  @Enumerated(EnumType.STRING)
  @Column(name = "auth_scheme")
  private AuthScheme authScheme;

  @Column(name = "organization_id")
  private String organizationId;

  @Column(name = "organization_api_key")
  private Secret organizationApiKey;

  @Column(name = "billing_day")
  private int billingDay;

  @Column(name = "rtc_url")
  private String rtcUrl;

  @Column(name = "api_url")
  private String apiUrl;

  @Enumerated(EnumType.STRING)
  @Column(name = "mint_endpoint")
  private MintEndpoint mintEndpoint;

  @Column(name = "mint_url")
  private String mintUrl;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  /** How a minting call proves itself. */
  public enum AuthScheme {
    /** With the TURN key's own secret. */
    BEARER,
    /** With {@code base64(organizationId:organizationApiKey)}. */
    BASIC;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which of Cloudflare's two minting calls is used. */
  public enum MintEndpoint {
    GENERATE_ICE_SERVERS,
    GENERATE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  protected CloudflareAccount() {}

  public CloudflareAccount(AccountDetails details, Instant now) {
    this.id = new AccountId(UuidV7.at(now));
    this.createdAt = now;
    if (details.accountId() == null || !TAG.matcher(details.accountId()).matches()) {
      throw Rejected.invalid("accountId", "accountId is Cloudflare's own: 32 hexadecimal digits.");
    }
    this.accountTag = details.accountId().toLowerCase(Locale.ROOT);
    this.billingDay = 1;
    this.authScheme = AuthScheme.BEARER;
    this.mintEndpoint = MintEndpoint.GENERATE_ICE_SERVERS;
    this.rtcUrl = AccountDetails.RTC_URL;
    this.apiUrl = AccountDetails.API_URL;
    details.check();
    take(details);
  }

  /**
   * Takes over what the details name and leaves the rest as it is.
   *
   * @return what that changed, for the audit trail; null when nothing
   */
  String change(AccountDetails details) {
    details.check();
    details.checkHosts(this);
    Map<String, Object> before = told();
    take(details);
    return Changes.between(before, told());
  }

  private void take(AccountDetails details) {
    name = details.name() == null && name != null ? name : Name.checked(details.name());
    apiToken = details.apiToken() == null ? apiToken : details.apiToken();
    analyticsToken = Replacement.apply(details.analyticsToken(), analyticsToken);
    authScheme = details.authScheme() == null ? authScheme : details.authScheme();
    organizationId = Replacement.apply(details.organizationId(), organizationId);
    organizationApiKey = Replacement.apply(details.organizationApiKey(), organizationApiKey);
    billingDay = details.billingDay() == null ? billingDay : details.billingDay();
    rtcUrl = details.rtcUrl() == null ? rtcUrl : details.rtcUrl();
    apiUrl = details.apiUrl() == null ? apiUrl : details.apiUrl();
    mintEndpoint = details.mintEndpoint() == null ? mintEndpoint : details.mintEndpoint();
    mintUrl = Replacement.apply(details.mintUrl(), mintUrl);
    if (apiToken == null) {
      throw Rejected.invalid("apiToken", "apiToken is missing.");
    }
    if (authScheme == AuthScheme.BASIC && (organizationId == null || organizationApiKey == null)) {
      throw Rejected.invalid(
          "authScheme", "basic needs organizationId and organizationApiKey as well.");
    }
  }

  private Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", name);
    told.put("API token", apiToken);
    told.put("analytics token", analyticsToken);
    told.put("authentication", authScheme.wireName());
    told.put("organization", organizationId);
    told.put("organization API key", organizationApiKey);
    told.put("billing day", billingDay);
    told.put("minting address", rtcUrl);
    told.put("management address", apiUrl);
    told.put("minting call", mintEndpoint.wireName());
    told.put("whole minting address", mintUrl);
    return told;
  }

  public AccountId id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Cloudflare's id of the account, 32 hexadecimal digits. */
  public String accountTag() {
    return accountTag;
  }

  public Secret apiToken() {
    return apiToken;
  }

  /** The token that reads analytics: its own, else the API token. */
  public Secret analyticsToken() {
    return analyticsToken == null ? apiToken : analyticsToken;
  }

  /** Whether analytics are read with a token of their own. */
  boolean hasAnalyticsToken() {
    return analyticsToken != null;
  }

  public AuthScheme authScheme() {
    return authScheme;
  }

  public String organizationId() {
    return organizationId;
  }

  public Secret organizationApiKey() {
    return organizationApiKey;
  }

  /** 1 to 31; a shorter month starts its period on its last day. */
  public int billingDay() {
    return billingDay;
  }

  public String rtcUrl() {
    return rtcUrl;
  }

  public String apiUrl() {
    return apiUrl;
  }

  public MintEndpoint mintEndpoint() {
    return mintEndpoint;
  }

  /** Replaces the whole minting address, with {@code {keyId}} in it; null for Cloudflare's own. */
  public String mintUrl() {
    return mintUrl;
  }

  /** An address on the host that mints. */
  String mintBase() {
    return mintUrl == null ? rtcUrl : mintUrl;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
