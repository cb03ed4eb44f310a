package org.turnpike.credentialservice.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tests of a JavaScript file, run by Node's own runner, which tells them as TAP. */
final class NodeTests {
  private static final Pattern PARTS = Pattern.compile("(?m)^(?=# |(not )?ok |1\\.\\.)");
  private static final Pattern RESULT = Pattern.compile("(not )?ok \\d+ - (.*)");
  private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");

  /**
   * @param details what Node said about it
   */
  record Result(String name, boolean passed, String details) {}

  static List<Result> of(Path file) {
    String said = say(file);
    List<Result> results = new ArrayList<>();
    int planned = 0;
    for (String part : PARTS.splitAsStream(said).toList()) {
      String line = part.lines().findFirst().orElse("");
      Matcher result = RESULT.matcher(line);
      if (result.matches()) {
        // A test that was skipped says "ok", and proves nothing.
        boolean skipped = line.contains(" # SKIP") || line.contains(" # TODO");
        results.add(new Result(result.group(2), result.group(1) == null && !skipped, part));
      }
      Matcher plan = PLAN.matcher(line);
      planned += plan.matches() ? Integer.parseInt(plan.group(1)) : 0;
    }
    assertThat(results).as(said).isNotEmpty().hasSize(planned);
    return results;
  }

  private static String say(Path file) {
    try {
      Process node =
          new ProcessBuilder("node", "--test-reporter=tap", file.toString())
              .redirectErrorStream(true)
              .start();
      node.getOutputStream().close();
      String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean well = node.waitFor() == 0;
      assertThat(said.lines().noneMatch(line -> line.startsWith("not ok")))
          .as("exit status and results agree: %s", said)
          .isEqualTo(well);
      return said;
    } catch (IOException e) {
      return fail("The client module's tests need node, 18 or newer (Debian: nodejs).", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  private NodeTests() {}
}
