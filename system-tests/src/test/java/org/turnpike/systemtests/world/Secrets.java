package org.turnpike.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every secret the tests made or were shown once, and where one was seen again. A leak is told by
 * the secret's name, never by the secret.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final ManyStrings forms = new ManyStrings();
  private final Map<String, String> byForm = new ConcurrentHashMap<>();
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final List<String> leaks = new CopyOnWriteArrayList<>();

  /** A new secret. */
  public String make(String name, String prefix) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return keep(name, prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** From now on it must not be seen again. */
  public String keep(String name, String secret) {
    if (names.putIfAbsent(secret, name) == null) {
      for (String form : formsOf(secret)) {
        byForm.put(form, secret);
        forms.add(form);
      }
    }
    return secret;
  }

  /**
   * Keeps what a reply shows this once; a credential may be shown to its holder again.
   *
   * @param apiKey whose reply it is; null for nobody's
   */
  void learn(JsonNode reply, String apiKey) {
    for (JsonNode password : reply.findValues("credential")) {
      learn("credential", password.asText(), apiKey);
    }
    for (JsonNode offer : reply.findValues("relayReports")) {
      if (offer.has("token")) {
        learn("report token", offer.get("token").asText(), apiKey);
      }
    }
    reply.findValues("key").stream()
        .map(JsonNode::asText)
        .filter(key -> key.startsWith("tpk_"))
        .forEach(key -> keep("API key", key));
    reply.findValues("secret").stream()
        .map(JsonNode::asText)
        .filter(secret -> secret.startsWith("whsec_"))
        .forEach(secret -> keep("secret of a webhook", secret));
    reply
        .findValues("invitationUrl")
        .forEach(link -> keep("invitation", Person.tokenOf(link.asText())));
  }

  private void learn(String name, String secret, String apiKey) {
    keep(name, secret);
    if (apiKey != null) {
      holders.putIfAbsent(secret, apiKey);
    }
  }

  /** Remembers every secret that the text shows, in clear or merely encoded. */
  public void search(String where, String text) {
    search(where, text, null);
  }

  /** The same for an answer to an API key, which may see the credentials that are its own. */
  void search(String where, String text, String apiKey) {
    forms.in(text).stream()
        .map(byForm::get)
        .filter(secret -> apiKey == null || !apiKey.equals(holders.get(secret)))
        .forEach(secret -> leaks.add(names.get(secret) + " in " + where));
  }

  public int count() {
    return names.size();
  }

  public List<String> leaks() {
    return leaks;
  }

  private static List<String> formsOf(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        HexFormat.of().formatHex(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
