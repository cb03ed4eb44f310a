package org.turnpike.persistence;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.credential.CredentialIssuer;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssuingSamples;
import org.turnpike.credential.ReserveCounts;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/**
 * Issues from several threads until it is killed, as a process of its own. It says what was minted,
 * and of each credential handed out whose it is, but not before its caller has it.
 */
final class IssuingProcess implements CredentialIssuer {
  static final String MINTED = "minted";
  static final String HANDED_OUT = "out";
  static final String NOBODY = "-";
  static final String REGULAR = "regular";

  /** What the reserve holds is minted for this; an hour is too short for it. */
  static final TimeToLive TWO_DAYS = new TimeToLive(172_800);

  private static final TimeToLive HOUR = new TimeToLive(3_600);
  private static final int THREADS = 4;
  private static final int REGULARS = 8;
  private static final int KINDS = 4;

  private final OutputStream said = new FileOutputStream(FileDescriptor.out);
  private final ApiKey apiKey;
  private final IssueCredentials credentials;
  private final String lane;
  private final String seed;

  private IssuingProcess(PGSimpleDataSource database, UUID apiKey, String lane, String seed) {
    PostgresPorts ports = PostgresPorts.over(ResourceLocal.factory(database));
    this.apiKey =
        ports.transactions().call(() -> ports.apiKeys().find(new ApiKeyId(apiKey)).orElseThrow());
    this.credentials =
        IssuingSamples.issueCredentials(
            ports,
            this,
            new CaffeineCredentialMemory(),
            new ReserveCounts(),
            new Settings(
                setting ->
                    setting == Setting.UPSTREAM_TIMEOUT
                        ? Optional.of("PT30S") // cold, and not alone on its machine
                        : Optional.empty()),
            Executors.newCachedThreadPool()::execute);
    this.lane = lane;
    this.seed = seed;
  }

  /**
   * How to start it.
   *
   * @param options for its JVM
   * @param seconds after which it ends by itself, if nobody kills it
   */
  static List<String> command(
      List<String> options,
      PGSimpleDataSource database,
      ApiKeyId apiKey,
      int lane,
      int seed,
      int seconds) {
    return Stream.of(
            List.of(ClassArchive.JAVA, "-XX:TieredStopAtLevel=1", "-Xmx128m"),
            options,
            List.of("-cp", ClassArchive.classPath(), IssuingProcess.class.getName()),
            List.of(database.getUrl(), database.getUser(), apiKey.value().toString()),
            List.of("" + lane, "" + seed, "" + seconds))
        .flatMap(List::stream)
        .toList();
  }

  public static void main(String[] arguments) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword("any");
    IssuingProcess process =
        new IssuingProcess(database, UUID.fromString(arguments[2]), arguments[3], arguments[4]);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      threads.execute(() -> process.issueForEver(thread));
    }
    threads.shutdown();
    if (!threads.awaitTermination(Integer.parseInt(arguments[5]), TimeUnit.SECONDS)) {
      Runtime.getRuntime().halt(2);
    }
  }

  private void issueForEver(int thread) {
    for (int i = 0; ; i++) {
      String newcomer = "seed-" + seed + "-" + thread + "-" + i;
      switch ((thread + i) % KINDS) {
        case 0 -> issue(newcomer, HOUR);
        case 1 -> issue(newcomer, TWO_DAYS);
        case 2 -> issue(REGULAR + "-" + lane + "-" + i % REGULARS, HOUR);
        default -> issue(NOBODY, HOUR);
      }
    }
  }

  private void issue(String identifier, TimeToLive ttl) {
    IssueCredentials.Issued issued =
        credentials.issue(
            apiKey,
            "192.0.2.1",
            ttl,
            identifier.equals(NOBODY) ? null : new CustomIdentifier(identifier));
    say(HANDED_OUT, issued.grant().value() + " " + username(issued) + " " + identifier);
  }

  private static String username(IssueCredentials.Issued issued) {
    return issued.iceServers().stream()
        .map(IceServer::username)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<IceServer> mint(
      CloudflareAccount account, TurnKey key, TimeToLive ttl, CustomIdentifier identifier) {
    String username = UUID.randomUUID().toString();
    say(MINTED, username);
    return List.of(relay(username));
  }

  static IceServer relay(String username) {
    return new IceServer(
        List.of("turn:turn.example:3478"), username, Secret.of("password of " + username));
  }

  @Override
  public Duration longestMinting() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void revoke(CloudflareAccount account, TurnKey key, String username) {
    throw new IllegalStateException("Everything can be recorded, and was not: " + username);
  }

  /** One write, so that a line is said as a whole or not at all. */
  private synchronized void say(String what, String of) {
    try {
      said.write((what + " " + of + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
