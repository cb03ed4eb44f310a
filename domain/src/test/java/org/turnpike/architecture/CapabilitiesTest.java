package org.turnpike.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Uses;

/** Each capability uses what its package-info says, and nothing else of ours. */
class CapabilitiesTest {
  private final Map<String, JavaPackage> capabilities =
      Domain.CLASSES.getPackage(Domain.ROOT).getSubpackages().stream()
          .collect(toMap(JavaPackage::getRelativeName, capability -> capability));

  @Test
  void there_are_capabilities_and_no_class_stands_outside_of_them() {
    assertThat(capabilities).containsKeys("shared", "tenant", "usage", "billing");
    assertThat(Domain.CLASSES)
        .allMatch(type -> capabilities.containsKey(capability(type)), "in a capability");
    assertThat(capabilities.values()).allMatch(capability -> capability.getSubpackages().isEmpty());
  }

  @Test
  void each_has_a_package_info_that_says_what_it_may_use() {
    assertThat(capabilities.values())
        .allSatisfy(
            capability ->
                assertThat(capability.isAnnotatedWith(Uses.class))
                    .as(capability + " has a package-info with @Uses")
                    .isTrue());
  }

  @Test
  void what_it_may_use_is_there_and_is_really_used() {
    capabilities.forEach(
        (name, capability) ->
            assertThat(used(capability)).as("used by " + name).containsAll(declared(name)));
  }

  @Test
  void nothing_goes_round_in_circles() {
    capabilities
        .keySet()
        .forEach(
            name ->
                assertThat(allowed(name, List.of()))
                    .as("what %s may use, and what that may use", name)
                    .doesNotContain(name));
  }

  @Test
  void nothing_else_of_ours_is_used() {
    List<String> violations =
        Domain.CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(CapabilitiesTest::isOfOurs)
            .filter(dependency -> !isAllowed(dependency))
            .map(Dependency::getDescription)
            .toList();
    assertThat(violations).isEmpty();
  }

  @Test
  void what_looks_at_usage_from_above_is_used_by_nobody() {
    assertThat(capabilities.keySet().stream().flatMap(name -> declared(name).stream()))
        .isNotEmpty()
        .doesNotContain("analytics", "quality");
  }

  private boolean isAllowed(Dependency dependency) {
    String from = capability(dependency.getOriginClass());
    String to = capability(dependency.getTargetClass());
    return from.equals(to) || allowed(from, List.of()).contains(to);
  }

  private static boolean isOfOurs(Dependency dependency) {
    return dependency.getTargetClass().getPackageName().startsWith(Domain.ROOT + ".");
  }

  /** What it names itself. */
  private Set<String> declared(String name) {
    return Set.of(capabilities.get(name).getAnnotationOfType(Uses.class).value());
  }

  /** That, and what those may use; a circle ends at the second visit. */
  private Set<String> allowed(String name, List<String> visited) {
    return declared(name).stream()
        .filter(other -> !visited.contains(other))
        .flatMap(
            other ->
                Stream.concat(
                    Stream.of(other),
                    allowed(other, Stream.concat(visited.stream(), Stream.of(other)).toList())
                        .stream()))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> used(JavaPackage capability) {
    return capability.getClassDependenciesFromThisPackage().stream()
        .filter(CapabilitiesTest::isOfOurs)
        .map(dependency -> capability(dependency.getTargetClass()))
        .collect(toCollection(TreeSet::new));
  }

  private static String capability(JavaClass type) {
    return type.getPackageName().replaceFirst("^org\\.turnpike\\.?", "");
  }
}
