package org.turnpike.cloudflare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.turnpike.shared.Setting;

/** Whose certificates are accepted: the Java runtime's authorities, and the company's own. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /**
   * The runtime's and those of the file.
   *
   * @param file PEM, or PKCS#12 that can be read without a password
   */
  public static SSLContext with(Path file) {
    try {
      Collection<Certificate> own = read(Files.readAllBytes(file));
      if (own.isEmpty()) {
        throw Setting.TRUSTSTORE.bad(
            "holds no certificate that can be read without a password, and is " + file);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(own).getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw Setting.TRUSTSTORE.bad("must be a PEM or PKCS#12 file, and is " + file);
    }
  }

  private static TrustManagerFactory managers(Collection<Certificate> own)
      throws IOException, GeneralSecurityException {
    KeyStore all = emptyStore();
    for (var manager : managers((KeyStore) null).getTrustManagers()) {
      if (manager instanceof X509TrustManager runtime) {
        add(all, "runtime", List.of(runtime.getAcceptedIssuers()));
      }
    }
    add(all, "own", own);
    return managers(all);
  }

  /** Null means the runtime's own store. */
  private static TrustManagerFactory managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    return managers;
  }

  private static Collection<Certificate> read(byte[] file)
      throws IOException, GeneralSecurityException {
    InputStream content = new ByteArrayInputStream(file);
    if (new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN")) {
      return new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(content));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(content, null);
    Collection<Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate certificate = store.getCertificate(alias);
      if (certificate != null) {
        certificates.add(certificate);
      }
    }
    return certificates;
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static void add(
      KeyStore store, String origin, Collection<? extends Certificate> certificates)
      throws GeneralSecurityException {
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry(origin + "-" + number++, certificate);
    }
  }
}
