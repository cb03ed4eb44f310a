package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Figures;
import org.turnpike.identity.Caller;
import org.turnpike.shared.DataVolume;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/** A tenant's TURN keys with what each relayed in a statement's period, the largest first. */
@Dependent
public class KeyUse {
  @Inject ProvisionTurnKey turnKeys;

  /**
   * One TURN key.
   *
   * @param share whole per cent of the period's egress
   */
  public record Row(TurnKey key, RelayedVolume volume, int share) {}

  public List<Row> of(Caller caller, Statement statement) {
    Map<TurnKeyId, RelayedVolume> volumes =
        statement.lines().stream()
            .collect(Collectors.toMap(line -> line.turnKey().id(), Statement.Line::volume));
    DataVolume all = statement.charge().egress();
    return turnKeys.list(caller, statement.tenant().id()).stream()
        .map(key -> row(key, volumes.getOrDefault(key.id(), RelayedVolume.NONE), all))
        .sorted(Comparator.comparing((Row row) -> row.volume().egress()).reversed())
        .toList();
  }

  private static Row row(TurnKey key, RelayedVolume volume, DataVolume all) {
    int share = Figures.percent(volume.egress().gigabytes(), all.gigabytes());
    return new Row(key, volume, share);
  }
}
