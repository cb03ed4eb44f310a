package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Unavailable;

/** By which proxy the calls go, and whose certificates they accept. */
class OutboundRouteTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static Path store;

  @BeforeAll
  static void signForLocalhost() throws IOException, InterruptedException {
    store = folder.resolve("server.p12");
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "server",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost");
  }

  @Test
  void calls_go_through_the_proxy() {
    try (CannedUpstream proxy = CannedUpstream.start().answers(200, "{}");
        Client client = client(Setting.PROXY_URL, proxy.url())) {
      send(client, "http://cloudflare.invalid/client/v4/graphql");

      assertThat(proxy.received())
          .singleElement()
          .extracting(CannedUpstream.Received::target)
          .isEqualTo("http://cloudflare.invalid/client/v4/graphql");
    }
  }

  @Test
  void calls_on_this_machine_do_not() {
    try (CannedUpstream upstream = CannedUpstream.start().answers(200, "{}");
        CannedUpstream proxy = CannedUpstream.start().answers(200, "{}");
        Client client = client(Setting.PROXY_URL, proxy.url())) {
      send(client, upstream.url() + "/");

      assertThat(upstream.received()).hasSize(1);
      assertThat(proxy.received()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_asks_for_a_password_gets_it() {
    try (CannedUpstream proxy = CannedUpstream.start();
        Client client =
            client(Setting.PROXY_URL, "http://turnpike:pass%20word@127.0.0.1:" + proxy.port())) {
      String login =
          Base64.getEncoder().encodeToString("turnpike:pass word".getBytes(StandardCharsets.UTF_8));
      proxy.answers(
          exchange -> {
            boolean known =
                ("Basic " + login)
                    .equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"office\"");
            exchange.sendResponseHeaders(known ? 200 : 407, -1);
          });

      assertThat(send(client, "http://cloudflare.invalid/").status()).isEqualTo(200);
    }
  }

  @Test
  void a_certificate_of_nobody_we_know_is_refused() throws Exception {
    try (CannedUpstream upstream = tls();
        Client client = new Client(new TestClock())) {
      assertThatThrownBy(() -> send(client, "https://localhost:" + upstream.port() + "/"))
          .isInstanceOf(Unavailable.class)
          .hasMessage("Cloudflare could not be asked (SSLHandshakeException).");
      assertThat(upstream.received()).isEmpty();
    }
  }

  @Test
  void a_certificate_of_the_companys_own_authority_is_accepted() throws Exception {
    try (CannedUpstream upstream = tls();
        Client client = client(Setting.TRUSTSTORE, pem().toString())) {
      assertThat(send(client, "https://localhost:" + upstream.port() + "/").status())
          .isEqualTo(200);
    }
  }

  @Test
  void pkcs12_without_a_password_is_read_as_well() throws Exception {
    Path open = folder.resolve("open.p12");
    keytool(
        open,
        "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
        "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
        "-importcert",
        "-noprompt",
        "-file",
        pem().toString());
    try (CannedUpstream upstream = tls();
        Client client = client(Setting.TRUSTSTORE, open.toString())) {
      assertThat(send(client, "https://localhost:" + upstream.port() + "/").status())
          .isEqualTo(200);
    }
  }

  @Test
  void pkcs12_that_needs_one_stops_the_start_with_one_clear_line() {
    assertThatThrownBy(() -> client(Setting.TRUSTSTORE, store.toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no certificate that can be read without a password");
  }

  @Test
  void but_only_for_the_host_it_names() throws Exception {
    try (CannedUpstream upstream = tls();
        Client client = client(Setting.TRUSTSTORE, pem().toString())) {
      assertThatThrownBy(() -> send(client, "https://127.0.0.1:" + upstream.port() + "/"))
          .isInstanceOf(Unavailable.class);
      assertThat(upstream.received()).isEmpty();
    }
  }

  @Test
  void a_truststore_that_is_none_stops_the_start_with_one_clear_line() throws IOException {
    Path nonsense = Files.writeString(folder.resolve("nonsense"), "nonsense");

    assertThatThrownBy(() -> client(Setting.TRUSTSTORE, nonsense.toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Setting turnpike.truststore (TURNPIKE_TRUSTSTORE) must be a PEM or PKCS#12 file, and"
                + " is "
                + nonsense
                + ".");
  }

  private static Client client(Setting setting, String value) {
    return new Client(new TestClock(), Map.of(setting, value));
  }

  private static Reply send(Client client, String address) {
    return client.http.send(
        new Call(
            "GET",
            URI.create(address),
            Secret.of("Bearer token"),
            null,
            new Call.Limit(Duration.ofSeconds(10), 100)));
  }

  private static CannedUpstream tls() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return CannedUpstream.start(
            (address, backlog) -> {
              HttpsServer server = HttpsServer.create(address, backlog);
              server.setHttpsConfigurator(new HttpsConfigurator(context));
              return server;
            })
        .answers(200, "{}");
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  private static Path pem() throws IOException, GeneralSecurityException {
    byte[] certificate =
        KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray())
            .getCertificate("server")
            .getEncoded();
    return Files.writeString(
        folder.resolve("authority.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n");
  }
}
