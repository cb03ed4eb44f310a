package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.shared.Settings;
import org.turnpike.turnkey.TurnKey;

/**
 * Compares usage by username with what was handed out, and notes what does not fit. What lies in
 * the reserve has been handed to nobody. Usage without a username is left out of account: nothing
 * can be said of it.
 */
@ApplicationScoped
public class NoteLeaks {
  /** Of each hour the largest: whoever mints for himself mints as many as he likes. */
  static final int MOST_AN_HOUR = 200;

  private CredentialGrants grants;
  private PossibleLeaks leaks;
  private LeakRules rules;
  private Clock clock;

  private record Case(String username, LeakReason reason) {}

  private record Suspect(Share<String> use, LeakReason reason, CredentialGrant grant) {
    Case which() {
      return new Case(use.whose(), reason);
    }
  }

  protected NoteLeaks() {}

  @Inject
  public NoteLeaks(CredentialGrants grants, PossibleLeaks leaks, Settings settings, Clock clock) {
    this.grants = grants;
    this.leaks = leaks;
    this.rules = LeakRules.of(settings);
    this.clock = clock;
  }

  /** In the transaction that says that these hours have been examined. */
  void note(TurnKey key, UsernameUsage usage) {
    List<Suspect> suspects = suspects(key, usage);
    if (suspects.isEmpty()) {
      return;
    }
    Map<Case, PossibleLeak> open = open(key, suspects);
    List<PossibleLeak> begun = new ArrayList<>();
    for (Suspect suspect : suspects) {
      open.computeIfAbsent(
              suspect.which(),
              which -> {
                begun.add(
                    new PossibleLeak(
                        key, which.username(), which.reason(), suspect.grant(), clock.instant()));
                return begun.get(begun.size() - 1);
              })
          .add(suspect.use(), usage.asked());
    }
    begun.forEach(leaks::add);
  }

  private Map<Case, PossibleLeak> open(TurnKey key, List<Suspect> suspects) {
    Map<Case, PossibleLeak> open = new HashMap<>();
    leaks
        .open(key.id(), usernames(suspects.stream().map(Suspect::use)))
        .forEach(leak -> open.put(new Case(leak.username(), leak.reason()), leak));
    return open;
  }

  private List<Suspect> suspects(TurnKey key, UsernameUsage usage) {
    List<Share<String>> named =
        usage.shares().stream().filter(share -> !share.whose().isEmpty()).toList();
    Map<String, CredentialGrant> issued =
        grants.byUsername(key.tenant(), key.id(), usernames(named.stream()));
    return named.stream()
        .flatMap(
            use -> {
              CredentialGrant grant = issued.get(use.whose());
              return rules.judge(use, grant).map(why -> new Suspect(use, why, grant)).stream();
            })
        .collect(
            Collectors.groupingBy(
                suspect -> suspect.use().hour(), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(NoteLeaks::largest)
        .toList();
  }

  private static Stream<Suspect> largest(List<Suspect> ofAnHour) {
    return ofAnHour.stream()
        .sorted(
            Comparator.comparing((Suspect suspect) -> suspect.use().volume().egress()).reversed())
        .limit(MOST_AN_HOUR);
  }

  private static Set<String> usernames(Stream<Share<String>> uses) {
    return uses.map(Share::whose).collect(Collectors.toSet());
  }
}
