package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.turnpike.architecture.FloatingPoint;

class ExactLedgerTest {
  @Test
  void no_instruction_on_the_way_to_the_ledger_and_back_uses_floating_point() {
    JavaClasses adapters =
        new ClassFileImporter()
            .importClasses(
                SqlUsageLedger.class,
                SqlUsageReports.class,
                SqlSettlements.class,
                Posting.class,
                LinesThere.class,
                Columns.class,
                JpaRatePlans.class,
                JpaCollectionMarks.class,
                Slices.class,
                Conditions.class);
    assertThat(adapters).flatMap(FloatingPoint::in).isEmpty();
  }
}
