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

/** The tests of what runs in browsers, which are JavaScript, in our reports and our count. */
class JavaScriptTest {
  private static final Path SOURCES = Path.of("src/main/javascript");

  @TestFactory
  List<DynamicContainer> what_runs_in_browsers_passes_its_tests_in_node() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> tests =
          files.filter(file -> file.toString().endsWith(".test.js")).sorted().toList();
      assertThat(tests).hasSizeGreaterThan(5);
      return tests.stream().map(JavaScriptTest::run).toList();
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
