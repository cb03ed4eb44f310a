package org.turnpike.shared;

/** Every setting of the product: its name, its default, and what it means. */
public enum Setting {
  HOME("turnpike.home", ".turnpike", "data folder of the standalone"),
  HTTP_HOST("turnpike.http.host", "127.0.0.1", "address the standalone binds to"),
  HTTP_PORT("turnpike.http.port", "8080", "port of the standalone; 0 takes a free one"),
  PUBLIC_URL("turnpike.public.url", null, "URL people use: decides secure cookies and links"),
  TRUSTED_PROXIES("turnpike.trusted.proxies", "", "CIDR list whose forwarded headers are believed"),
  DB_URL("turnpike.db.url", null, "JDBC URL of PostgreSQL 15 or newer; absent: embedded"),
  DB_USER("turnpike.db.user", null, "the application's database role"),
  DB_PASSWORD("turnpike.db.password", null, "its password"),
  DB_OWNER_USER("turnpike.db.owner.user", null, "role that owns the schema and migrates it"),
  DB_OWNER_PASSWORD("turnpike.db.owner.password", null, "password of the owner's role"),
  DB_MIGRATE("turnpike.db.migrate", "auto", "auto, or validate where a DBA migrates"),
  MASTER_KEY(
      "turnpike.master.key", null, "32 bytes, base64, or file: and a path; encrypts secrets"),
  OPERATOR_EMAIL("turnpike.operator.email", null, "first operator, created when there is none"),
  OPERATOR_PASSWORD("turnpike.operator.password", null, "the first operator's password"),
  OPERATOR_API_KEY("turnpike.operator.api.key", null, "first operator API key, likewise"),
  COLLECT_INTERVAL("turnpike.collect.interval", "PT1M", "how often usage is pulled"),
  COLLECT_OVERLAP("turnpike.collect.overlap", "PT24H", "how far back each pull looks again"),
  COLLECT_RESETTLE(
      "turnpike.collect.resettle", "PT1H", "how often the open billing periods are read again"),
  COLLECT_SETTLE(
      "turnpike.collect.settle", "P3D", "how long a billing period rests before it is settled"),
  COLLECT_LAG("turnpike.collect.lag", "PT2M", "how long a window rests before it is first read"),
  COLLECT_BUDGET(
      "turnpike.collect.budget", "200", "GraphQL queries per 5 minutes and token, of 300 allowed"),
  PROXY_URL("turnpike.proxy.url", null, "outbound HTTP proxy for the calls to Cloudflare"),
  TRUSTSTORE("turnpike.truststore", null, "PEM or PKCS#12 file with a private CA for those calls"),
  DNS_SERVER(
      "turnpike.dns.server",
      null,
      "host or host:port of the resolver that the address watch asks; absent: the system's"),
  DNS_INTERVAL(
      "turnpike.dns.interval",
      "PT1H",
      "how often the addresses of Cloudflare's relays are looked at"),
  SMTP_HOST("turnpike.smtp.host", null, "mail server; absent: no mail is sent"),
  SMTP_PORT("turnpike.smtp.port", "587", "its port"),
  SMTP_TLS("turnpike.smtp.tls", "starttls", "starttls, tls from the start, or none"),
  SMTP_USER("turnpike.smtp.user", null, "whom to log in as at the mail server; absent: nobody"),
  SMTP_PASSWORD("turnpike.smtp.password", null, "the password of that user"),
  SMTP_FROM("turnpike.smtp.from", null, "mail address that notifications come from"),
  UPSTREAM_TIMEOUT("turnpike.upstream.timeout", "PT0.8S", "how long a caller waits for Cloudflare"),
  CREDENTIAL_MIN_LIFE(
      "turnpike.credential.min.life", "PT10M", "the least life of a credential handed out again"),
  LEAKS_TOLERANCE(
      "turnpike.leaks.tolerance",
      "PT1H",
      "how long after its end a credential may relay before that is a possible leak"),
  LEAKS_CREDENTIAL_RATE(
      "turnpike.leaks.credential.rate",
      "100",
      "Mbit/s, either way, above which an hour of one credential is a possible leak"),
  RETENTION_GRANTS("turnpike.retention.grants", "P90D", "how long grants are kept"),
  RETENTION_REPORTS("turnpike.retention.reports", "P90D", "how long relay reports are kept"),
  REPORTS_PER_HOUR(
      "turnpike.reports.per.hour",
      "20000",
      "relay reports taken of a tenant in an hour, by each server"),
  REPORTS_COUNTRY_HEADER(
      "turnpike.reports.country.header",
      "CF-IPCountry",
      "in which a trusted proxy names a caller's country, for relay reports"),
  RETENTION_DISPLAY(
      "turnpike.retention.display",
      "P400D",
      "how long usage by identifier and place, and possible leaks, are kept");

  private final String key;
  private final String fallback;
  private final String meaning;

  Setting(String key, String fallback, String meaning) {
    this.key = key;
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
}
