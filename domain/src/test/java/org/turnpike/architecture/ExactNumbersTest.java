package org.turnpike.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // samples are read as bytecode, not called
class ExactNumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"shared", "usage", "billing", "analytics"})
  void no_instruction_on_money_or_volume_uses_floating_point(String capability) {
    List<JavaClass> classes =
        Domain.CLASSES.that(resideInAnyPackage(Domain.ROOT + "." + capability)).stream().toList();
    assertThat(classes).isNotEmpty();
    assertThat(classes).flatMap(FloatingPoint::in).isEmpty();
  }

  @Test
  void each_way_to_use_it_is_found() {
    for (Class<?> culprit :
        new Class<?>[] {
          Constant.class, Conversion.class, Call.class, Reference.class, Array.class, Field.class
        }) {
      assertThat(FloatingPoint.in(new ClassFileImporter().importClass(culprit)))
          .as(culprit.getSimpleName())
          .isNotEmpty();
    }
    assertThat(FloatingPoint.in(new ClassFileImporter().importClass(Exact.class))).isEmpty();
  }

  private static final class Exact {
    long half(long bytes) {
      long[] twice = {bytes, bytes};
      return BigDecimal.valueOf(twice[0]).movePointLeft(1).longValueExact() * 5;
    }
  }

  private static final class Constant {
    boolean isHalf(Object number) {
      return number.equals(0.5);
    }
  }

  private static final class Conversion {
    long third(long bytes) {
      return (long) (bytes / 3f);
    }
  }

  private static final class Call {
    String text(BigDecimal number) {
      return String.valueOf(number.doubleValue());
    }
  }

  private static final class Reference {
    final ToDoubleFunction<BigDecimal> function = BigDecimal::doubleValue;
  }

  private static final class Array {
    Object some() {
      return new double[2];
    }
  }

  private static final class Field {
    private float share;

    void forget() {
      share = 0;
    }
  }
}
