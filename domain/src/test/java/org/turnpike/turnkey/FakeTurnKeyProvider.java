package org.turnpike.turnkey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount;

/** Cloudflare's TURN keys: uid to name and secret. */
public final class FakeTurnKeyProvider implements TurnKeyProvider {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private RuntimeException failure;

  /** Every call throws this; null ends it. */
  public void failWith(RuntimeException with) {
    failure = with;
  }

  /** The keys there are, names by uid. */
  public Map<String, String> names() {
    return Map.copyOf(names);
  }

  /** A key made in Cloudflare's dashboard, not by us. */
  public void hold(String uid, Secret secret) {
    names.put(uid, "made elsewhere");
    secrets.put(uid, secret);
  }

  @Override
  public Created create(CloudflareAccount account, String name) {
    fail();
    String uid = UUID.randomUUID().toString().replace("-", "");
    Secret secret = Secret.of("secret-of-" + uid);
    names.put(uid, name);
    secrets.put(uid, secret);
    return new Created(uid, secret);
  }

  @Override
  public void confirm(CloudflareAccount account, String uid) {
    fail();
    if (!names.containsKey(uid)) {
      throw Rejected.invalid("uid", "There is no such key.");
    }
  }

  @Override
  public void verify(CloudflareAccount account, String uid, Secret secret) {
    fail();
    if (!secret.equals(secrets.get(uid))) {
      throw Rejected.invalid("secret", "Cloudflare refuses this secret.");
    }
  }

  @Override
  public void delete(CloudflareAccount account, String uid) {
    fail();
    names.remove(uid);
    secrets.remove(uid);
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }
}
