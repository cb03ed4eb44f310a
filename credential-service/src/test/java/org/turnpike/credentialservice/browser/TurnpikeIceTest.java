package org.turnpike.credentialservice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The client module's own tests, which are JavaScript, in our reports and our count. */
class TurnpikeIceTest {
  private static final Path TESTS = Path.of("src/main/javascript/turnpike-ice/test");

  @TestFactory
  List<DynamicContainer> the_module_passes_its_tests_in_node() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      List<Path> tests =
          files.filter(file -> file.toString().endsWith(".test.js")).sorted().toList();
      assertThat(tests).isNotEmpty();
      return tests.stream().map(TurnpikeIceTest::run).toList();
    }
  }

  private static DynamicContainer run(Path file) {
    List<NodeTests.Result> results = NodeTests.of(file);
    return DynamicContainer.dynamicContainer(
        file.getFileName().toString(),
        results.stream()
            .map(
                result ->
                    DynamicTest.dynamicTest(
                        result.name(),
                        () -> assertThat(result.passed()).as(result.details()).isTrue())));
  }
}
