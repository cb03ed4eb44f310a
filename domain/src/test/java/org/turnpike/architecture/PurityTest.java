package org.turnpike.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.SystemClock;
import org.turnpike.shared.UuidV7;

/** The domain knows rules, and neither databases nor servers nor wires. */
class PurityTest {
  private static final Set<String> FLOATING_POINT =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  /** The JDK without its doors to the outside. */
  private static final DescribedPredicate<JavaClass> JAVA =
      resideInAnyPackage("java..", "javax.crypto..")
          .and(not(resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi..")))
          .as("Java's own");

  private static final DescribedPredicate<JavaClass> ANNOTATION_OF_PERSISTENCE =
      resideInAPackage("jakarta.persistence..")
          .and(describe("annotations and their values", t -> t.isAnnotation() || t.isEnum()));

  @Test
  void it_depends_on_java_and_on_annotations_alone() {
    classes()
        .that()
        .doNotHaveFullyQualifiedName(UuidV7.class.getName())
        .should()
        .onlyDependOnClassesThat(
            JAVA.or(ANNOTATION_OF_PERSISTENCE)
                .or(
                    resideInAnyPackage(
                        Domain.ROOT + "..",
                        "jakarta.annotation..",
                        "jakarta.inject..",
                        "jakarta.enterprise..")))
        .check(Domain.CLASSES);
  }

  @Test
  void ids_are_made_by_a_library_in_one_place() {
    classes()
        .that()
        .haveFullyQualifiedName(UuidV7.class.getName())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", Domain.ROOT + "..", "com.github.f4b6a3.uuid.."))
        .check(Domain.CLASSES);
  }

  @Test
  void time_comes_in_by_the_door() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SystemClock.class.getName())
        .should()
        .callMethodWhere(describe("the time is asked of the machine", PurityTest::asksTheMachine))
        .check(Domain.CLASSES);
  }

  @Test
  void no_field_parameter_or_result_is_a_floating_point_number() {
    fields()
        .should()
        .haveRawType(describe("exact", type -> !FLOATING_POINT.contains(type.getName())))
        .check(Domain.CLASSES);
    codeUnits()
        .that()
        .areDeclaredInClassesThat()
        .areNotAnonymousClasses() // one of a LinkedHashMap passes a load factor on
        .should(takeAndReturnExactNumbers())
        .check(Domain.CLASSES);
  }

  private static boolean asksTheMachine(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean now =
        call.getName().equals("now")
            && call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isAssignableTo(Clock.class));
    return (owner.startsWith("java.time.") && now)
        || (owner.equals(Clock.class.getName()) && call.getName().startsWith("system"))
        || (owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis"));
  }

  private static ArchCondition<JavaCodeUnit> takeAndReturnExactNumbers() {
    return new ArchCondition<>("take and return exact numbers") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean exact =
            Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .noneMatch(type -> FLOATING_POINT.contains(type.getBaseComponentType().getName()));
        events.add(new SimpleConditionEvent(unit, exact, unit.getDescription()));
      }
    };
  }
}
