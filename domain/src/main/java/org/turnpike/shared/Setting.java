package org.turnpike.shared;

/** Every setting of the product: its name, how it is read, its default, and what it means. */
public enum Setting {
  HOME("turnpike.home", Form.TEXT, ".turnpike", "data folder of the standalone"),
  HTTP_HOST("turnpike.http.host", Form.TEXT, "127.0.0.1", "address the standalone binds to"),
  HTTP_PORT(
      "turnpike.http.port",
      Form.whole(0, 65_535),
      "8080",
      "port of the standalone; 0 takes a free one"),
  PUBLIC_URL(
      "turnpike.public.url", Form.URL, null, "URL people use: decides secure cookies and links"),
  TRUSTED_PROXIES(
      "turnpike.trusted.proxies", Form.TEXT, "", "CIDR list whose forwarded headers are believed"),
  DB_URL(
      "turnpike.db.url", Form.TEXT, null, "JDBC URL of PostgreSQL 15 or newer; absent: embedded"),
  DB_USER("turnpike.db.user", Form.TEXT, null, "the application's database role"),
  DB_PASSWORD("turnpike.db.password", Form.TEXT, null, "its password"),
  DB_OWNER_USER(
      "turnpike.db.owner.user", Form.TEXT, null, "role that owns the schema and migrates it"),
  DB_OWNER_PASSWORD("turnpike.db.owner.password", Form.TEXT, null, "password of the owner's role"),
  DB_MIGRATE(
      "turnpike.db.migrate",
      Form.oneOf("auto", "validate"),
      "auto",
      "auto, or validate where a DBA migrates"),
  MASTER_KEY(
      "turnpike.master.key",
      Form.TEXT,
      null,
      "32 bytes, base64, or file: and a path; encrypts secrets"),
  OPERATOR_EMAIL(
      "turnpike.operator.email", Form.TEXT, null, "first operator, created when there is none"),
  OPERATOR_PASSWORD("turnpike.operator.password", Form.TEXT, null, "the first operator's password"),
  OPERATOR_API_KEY(
      "turnpike.operator.api.key", Form.TEXT, null, "first operator API key, likewise"),
  COLLECT_INTERVAL("turnpike.collect.interval", Form.DURATION, "PT1M", "how often usage is pulled"),
  COLLECT_OVERLAP(
      "turnpike.collect.overlap", Form.DURATION, "PT24H", "how far back each pull looks again"),
  COLLECT_RESETTLE(
      "turnpike.collect.resettle",
      Form.DURATION,
      "PT1H",
      "how often the open billing periods are read again"),
  COLLECT_SETTLE(
      "turnpike.collect.settle",
      Form.DURATION,
      "P3D",
      "how long a billing period rests before it is settled"),
  COLLECT_LAG(
      "turnpike.collect.lag",
      Form.DURATION,
      "PT2M",
      "how long a window rests before it is first read"),
  COLLECT_BUDGET(
      "turnpike.collect.budget",
      Form.whole(1, 300),
      "200",
      "GraphQL queries per 5 minutes and token, of 300 allowed"),
  PROXY_URL(
      "turnpike.proxy.url", Form.URL, null, "outbound HTTP proxy for the calls to Cloudflare"),
  TRUSTSTORE(
      "turnpike.truststore",
      Form.TEXT,
      null,
      "PEM or PKCS#12 file with a private CA for those calls"),
  DNS_SERVER(
      "turnpike.dns.server",
      Form.endpoint(53),
      null,
      "host or host:port of the resolver that the address watch asks; absent: the system's"),
  DNS_INTERVAL(
      "turnpike.dns.interval",
      Form.DURATION,
      "PT1H",
      "how often the addresses of Cloudflare's relays are looked at"),
  SMTP_HOST("turnpike.smtp.host", Form.TEXT, null, "mail server; absent: no mail is sent"),
  SMTP_PORT("turnpike.smtp.port", Form.whole(1, 65_535), "587", "its port"),
  SMTP_TLS(
      "turnpike.smtp.tls",
      Form.oneOf("starttls", "tls", "none"),
      "starttls",
      "starttls, tls from the start, or none"),
  SMTP_USER(
      "turnpike.smtp.user",
      Form.TEXT,
      null,
      "whom to log in as at the mail server; absent: nobody"),
  SMTP_PASSWORD("turnpike.smtp.password", Form.TEXT, null, "the password of that user"),
  SMTP_FROM("turnpike.smtp.from", Form.TEXT, null, "mail address that notifications come from"),
  UPSTREAM_TIMEOUT(
      "turnpike.upstream.timeout",
      Form.DURATION,
      "PT0.8S",
      "how long a caller waits for Cloudflare"),
  CREDENTIAL_MIN_LIFE(
      "turnpike.credential.min.life",
      Form.DURATION,
      "PT10M",
      "the least life of a credential handed out again"),
  LEAKS_TOLERANCE(
      "turnpike.leaks.tolerance",
      Form.DURATION,
      "PT1H",
      "how long after its end a credential may relay before that is a possible leak"),
  LEAKS_CREDENTIAL_RATE(
      "turnpike.leaks.credential.rate",
      Form.whole(1, 100_000),
      "100",
      "Mbit/s, either way, above which an hour of one credential is a possible leak"),
  RETENTION_GRANTS("turnpike.retention.grants", Form.DURATION, "P90D", "how long grants are kept"),
  RETENTION_REPORTS(
      "turnpike.retention.reports", Form.DURATION, "P90D", "how long relay reports are kept"),
  REPORTS_PER_HOUR(
      "turnpike.reports.per.hour",
      Form.whole(60, 10_000_000),
      "20000",
      "relay reports taken of a tenant in an hour, by each server"),
  REPORTS_COUNTRY_HEADER(
      "turnpike.reports.country.header",
      Form.TEXT,
      "CF-IPCountry",
      "in which a trusted proxy names a caller's country, for relay reports"),
  RETENTION_DISPLAY(
      "turnpike.retention.display",
      Form.DURATION,
      "P400D",
      "how long usage by identifier and place, and possible leaks, are kept");

  private final String key;

  /** Each form is immutable, which Error Prone cannot see of a lambda. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Form<?> form;

  private final String fallback;
  private final String meaning;

  Setting(String key, Form<?> form, String fallback, String meaning) {
    this.key = key;
    this.form = form;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** As a system property, and in MicroProfile Config. */
  public String key() {
    return key;
  }

  /** As an environment variable. */
  public String variable() {
    return key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  public String fallback() {
    return fallback;
  }

  public String meaning() {
    return meaning;
  }

  /** What the text says in this setting's form; throws {@link #bad} when it is not of it. */
  Object read(String text) {
    try {
      return form.read(text);
    } catch (Form.Unreadable e) {
      throw bad(e.getMessage());
    }
  }

  /**
   * The one line that ends the start.
   *
   * @param what "must be …, and is …": without a secret, and without the full stop
   */
  public IllegalStateException bad(String what) {
    return new IllegalStateException("Setting " + key + " (" + variable() + ") " + what + ".");
  }
}
