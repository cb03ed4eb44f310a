package org.turnpike.systemtests.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.turnpike.systemtests.world.TestTenant;

/** Many who ask at once for the same identifier, which nobody asked for before. */
record Crowd(int size) {
  private static final String IDENTIFIER = "newcomer";

  /** Counts Cloudflare's credentials for the identifier, where one is enough. */
  Row ask(Competition sides) {
    TestTenant tenant = TestTenant.added(sides.world(), "One Newcomer");
    TestTenant.TurnKey turnKey = tenant.createKey("production");
    Callers callers = new Callers(tenant.issueKey("credentials").get("key").asText(), size);

    List<CompletableFuture<Boolean>> answers =
        Stream.generate(() -> callers.ask(sides.turnpike(), IDENTIFIER))
            .limit(size)
            .map(answer -> answer.handle((reply, failure) -> Callers.succeeded(reply)))
            .toList();
    long failed = answers.stream().filter(succeeded -> !succeeded.join()).count();

    long calls = minted(sides.world().cloudflare().minted(turnKey.uid()));
    return new Row(
        "%,d at once for one new identifier: upstream calls".formatted(size),
        sides.turnpike().name() + (failed == 0 ? "" : " (%d failed)".formatted(failed)),
        Long.toString(calls),
        "",
        "",
        "exactly 1",
        calls == 1 && failed == 0 ? Row.Verdict.MET : Row.Verdict.NOT_MET);
  }

  private static long minted(List<JsonNode> credentials) {
    return credentials.stream()
        .filter(credential -> credential.get("customIdentifier").asText().equals(IDENTIFIER))
        .count();
  }
}
