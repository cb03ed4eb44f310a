package org.turnpike.systemtests.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for this machine that nobody trusts, and its key, as PEM. */
final class SelfSigned {
  static final String CERTIFICATE = "tls.pem";
  static final String KEY = "tls.key";

  private static final String ALIAS = "tls";
  private static final String PASSWORD = "of-no-use-outside-this-folder";

  private SelfSigned() {}

  /** Writes both files. */
  static void in(Path folder) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-keystore",
            "tls.p12",
            "-storepass",
            PASSWORD);
    if (new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    try {
      char[] password = PASSWORD.toCharArray();
      KeyStore made = KeyStore.getInstance(folder.resolve("tls.p12").toFile(), password);
      write(folder.resolve(KEY), "PRIVATE KEY", made.getKey(ALIAS, password).getEncoded());
      write(folder.resolve(CERTIFICATE), "CERTIFICATE", made.getCertificate(ALIAS).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
  }
}
