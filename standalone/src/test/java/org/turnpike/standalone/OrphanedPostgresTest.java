package org.turnpike.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {
  @TempDir Path data;

  @Test
  void there_is_none_after_a_clean_stop() {
    assertThat(OrphanedPostgres.of(data).server()).isEmpty();
  }

  @Test
  void a_number_that_went_to_another_program_is_left_alone() throws IOException {
    Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

    assertThat(OrphanedPostgres.of(data).server()).isEmpty();
  }
}
