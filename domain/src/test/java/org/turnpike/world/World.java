package org.turnpike.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.credential.CredentialMemory;
import org.turnpike.credential.FakeCredentialIssuer;
import org.turnpike.credential.InMemoryCredentialMemory;
import org.turnpike.credential.ReserveCounts;
import org.turnpike.network.FakeRelayAddresses;
import org.turnpike.notification.FakeSenders;
import org.turnpike.shared.FakePause;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.FakeAccountProbe;
import org.turnpike.turnkey.FakeTurnKeyProvider;
import org.turnpike.usage.FakeUsageMeter;

/** Every port in memory, and Cloudflare's part played by fakes. */
public final class World extends InMemoryPorts {
  private final Map<Setting, String> set = new EnumMap<>(Setting.class);

  public final Samples samples = new Samples(this);
  public final FakeAccountProbe probe = new FakeAccountProbe();
  public final FakeTurnKeyProvider provider = new FakeTurnKeyProvider();
  public final FakeCredentialIssuer issuer = new FakeCredentialIssuer(transactions());
  public final FakePause pause = new FakePause(clock());
  public final CredentialMemory memory = new InMemoryCredentialMemory();
  public final ReserveCounts reserveCounts = new ReserveCounts();
  public final FakeUsageMeter meter = new FakeUsageMeter(clock());
  public final FakeSenders senders = new FakeSenders(transactions());
  public final FakeRelayAddresses names = new FakeRelayAddresses(transactions());

  public Settings settings() {
    return new Settings(setting -> Optional.ofNullable(set.get(setting)));
  }

  public void set(Setting setting, String value) {
    set.put(setting, value);
  }

  /** The actions in the audit trail, newest first. */
  public List<String> acts() {
    return entries().stream().map(AuditEntry::action).toList();
  }

  public List<AuditEntry> entries() {
    AuditTrail.Question any = new AuditTrail.Question(null, null, null, null);
    return transactions()
        .call(() -> audit().find(any, new Slice.Request(Slice.MOST, null)))
        .items();
  }
}
