package org.turnpike.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.InMemoryUsageLedger;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageRecord;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryUnattributedUsage implements UnattributedUsage {
  private final InMemoryUsageLedger ledger;
  private final TurnKeys keys;
  private final Table<UUID, WriteOff> writeOffs;

  public InMemoryUnattributedUsage(
      InMemoryTransactions transactions, InMemoryUsageLedger ledger, TurnKeys keys) {
    this.ledger = ledger;
    this.keys = keys;
    this.writeOffs = transactions.table(WriteOff::id);
  }

  @Override
  public Total total() {
    List<Outstanding> all = all();
    return new Total(
        all.size(),
        all.stream().map(Outstanding::volume).reduce(RelayedVolume.NONE, RelayedVolume::plus));
  }

  @Override
  public List<Outstanding> largest(int most) {
    return all().stream()
        .sorted(Comparator.comparing((Outstanding one) -> one.volume().egress()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Outstanding> find(TurnKeyId share) {
    return all().stream().filter(one -> one.share().equals(share)).findFirst();
  }

  @Override
  public void add(WriteOff writeOff) {
    writeOffs.add(writeOff);
  }

  @Override
  public List<WriteOff> writeOffs(int most) {
    return writeOffs.all().stream()
        .sorted(Comparator.comparing(WriteOff::at).reversed())
        .limit(most)
        .toList();
  }

  private List<Outstanding> all() {
    Map<TurnKeyId, TreeMap<LocalDate, RelayedVolume>> days = new HashMap<>();
    for (UsageRecord line : ledger.ofNobody()) {
      days.computeIfAbsent(line.turnKey(), share -> new TreeMap<>())
          .merge(day(line.windowStart()), line.change(), RelayedVolume::plus);
    }
    return days.entrySet().stream()
        .map(share -> outstanding(share.getKey(), share.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Outstanding> outstanding(
      TurnKeyId share, NavigableMap<LocalDate, RelayedVolume> days) {
    days.values().removeIf(RelayedVolume.NONE::equals);
    RelayedVolume used = days.values().stream().reduce(RelayedVolume.NONE, RelayedVolume::plus);
    RelayedVolume left = positive(used.minus(writtenOff(share)));
    return left.equals(RelayedVolume.NONE)
        ? Optional.empty()
        : Optional.of(new Outstanding(share, left, days.firstKey(), days.lastKey()));
  }

  private static RelayedVolume positive(RelayedVolume volume) {
    return RelayedVolume.ofBytes(
        Math.max(0, volume.egress().bytes()), Math.max(0, volume.ingress().bytes()));
  }

  private RelayedVolume writtenOff(TurnKeyId share) {
    return keys.find(share).orElseThrow().tenant() != null
        ? RelayedVolume.NONE
        : writeOffs.all().stream()
            .filter(writeOff -> writeOff.share().equals(share))
            .map(WriteOff::volume)
            .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
