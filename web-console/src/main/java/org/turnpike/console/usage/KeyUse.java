package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Figures;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.SeeGrants;
import org.turnpike.identity.Caller;
import org.turnpike.shared.DataVolume;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/** A tenant's TURN keys with what each relayed in a statement's period, and how it is used. */
@Dependent
public class KeyUse {
  private static final CredentialGrants.Activity NEVER = new CredentialGrants.Activity(0, null);

  @Inject ProvisionTurnKey turnKeys;
  @Inject SeeGrants grants;

  /**
   * One TURN key.
   *
   * @param share whole per cent of the period's egress
   * @param live credentials that still work
   * @param lastIssuedAt when it last minted; null for never
   */
  public record Row(
      TurnKey key, RelayedVolume volume, int share, long live, Instant lastIssuedAt) {}

  public List<Row> of(Caller caller, Statement statement) {
    Map<TurnKeyId, RelayedVolume> volumes =
        statement.lines().stream()
            .collect(Collectors.toMap(line -> line.turnKey().id(), Statement.Line::volume));
    Map<TurnKeyId, CredentialGrants.Activity> activities =
        grants.activity(caller, statement.tenant().id());
    DataVolume all = statement.charge().egress();
    return turnKeys.list(caller, statement.tenant().id()).stream()
        .map(
            key ->
                row(
                    key,
                    volumes.getOrDefault(key.id(), RelayedVolume.NONE),
                    all,
                    activities.getOrDefault(key.id(), NEVER)))
        .sorted(Comparator.comparing((Row row) -> row.volume().egress()).reversed())
        .toList();
  }

  private static Row row(
      TurnKey key, RelayedVolume volume, DataVolume all, CredentialGrants.Activity activity) {
    int share = Figures.percent(volume.egress().gigabytes(), all.gigabytes());
    return new Row(key, volume, share, activity.live(), activity.lastIssuedAt());
  }
}
