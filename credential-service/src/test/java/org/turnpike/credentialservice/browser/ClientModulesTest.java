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
class ClientModulesTest {
  private static final Path MODULES = Path.of("src/main/javascript");

  @TestFactory
  List<DynamicContainer> turnpike_ice_passes_its_tests_in_node() throws IOException {
    return testsOf("turnpike-ice");
  }

  @TestFactory
  List<DynamicContainer> turnpike_reports_passes_its_tests_in_node() throws IOException {
    return testsOf("turnpike-reports");
  }

  @TestFactory
  List<DynamicContainer> the_relay_test_passes_its_tests_in_node() throws IOException {
    return testsOf("relay-test");
  }

  private static List<DynamicContainer> testsOf(String module) throws IOException {
    try (Stream<Path> files = Files.list(MODULES.resolve(module).resolve("test"))) {
      List<Path> tests =
          files.filter(file -> file.toString().endsWith(".test.js")).sorted().toList();
      assertThat(tests).isNotEmpty();
      return tests.stream().map(ClientModulesTest::run).toList();
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
