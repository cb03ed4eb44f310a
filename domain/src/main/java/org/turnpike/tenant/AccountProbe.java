package org.turnpike.tenant;

import java.util.Locale;

/** Tries an account's tokens at Cloudflare, changing nothing there. */
public interface AccountProbe {
  /** Never throws for what Cloudflare answers: the answer is the outcome. */
  Outcome probe(CloudflareAccount account);

  /** What came of trying each token. */
  record Outcome(Answer turnKeys, Answer analytics) {
    public boolean accepted() {
      return turnKeys == Answer.OK && analytics == Answer.OK;
    }
  }

  /** How Cloudflare took a token. */
  enum Answer {
    OK,
    REFUSED,
    UNREACHABLE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
