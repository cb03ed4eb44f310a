package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.Installation;

/** PostgreSQL's disk fills up in the middle of a round of collecting, and is given room again. */
@Tag("slow")
class DiskFullIT {
  private static final Logger LOG = System.getLogger(DiskFullIT.class.getName());
  private static final int MEGABYTES = 160;

  /** What is left when the round begins; two months of a key take more. */
  private static final long[] LEFT = {0, 40_000, 120_000, 300_000, 700_000};

  /** Nothing is kept for later, and nothing given back before the round is over. */
  private static final Map<String, String> NEW_SEGMENTS =
      Map.of(
          "wal_recycle", "off",
          "min_wal_size", "2MB",
          "max_wal_size", "1GB",
          "checkpoint_timeout", "1h");

  /** So long an account is left alone when our database failed while it was read. */
  private static final Duration REST = Duration.ofSeconds(5);

  private static final Instant TWO_MONTHS_AGO = Bare.START.minus(Duration.ofDays(60));

  @Test
  void where_the_tables_are_it_refuses_lines_and_no_watermark_moves() throws Exception {
    Path folder = Installation.workFolder("full");
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), MEGABYTES);
        Postgres postgres =
            Postgres.start(
                disk.path().resolve("database"),
                Map.of("waldir", "" + folder.resolve("wal")),
                Map.of())) {
      fillAndFree(disk, postgres, false);
    }
  }

  @Test
  void where_the_write_ahead_log_is_it_stops_the_server_and_no_watermark_moves() throws Exception {
    Path folder = Installation.workFolder("full");
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), MEGABYTES);
        Postgres postgres =
            Postgres.start(
                folder.resolve("database"),
                Map.of("waldir", "" + disk.path().resolve("wal"), "wal-segsize", "1"),
                NEW_SEGMENTS)) {
      fillAndFree(disk, postgres, true);
    }
  }

  private static void fillAndFree(SmallDisk disk, Postgres postgres, boolean stops)
      throws IOException, SQLException {
    try (Bare bare = Bare.over(postgres, Rules.usual())) {
      bare.key("acme", TWO_MONTHS_AGO);
      bare.collect();
      bare.assertTrue();
      for (long left : LEFT) {
        bare.pass(Duration.ofMinutes(80));
        MeteredKey added = bare.key("tenant-" + left, TWO_MONTHS_AGO);
        disk.fill(left);
        Throwable failure = catchThrowable(bare.collector()::collect);
        disk.free();
        if (stops) {
          postgres.startAgain();
          bare.reconnect();
        }
        Kept kept = bare.kept(added);
        LOG.log(
            Level.INFO,
            "Disk full but for {0} bytes: read through {1}, {2} windows; {3}",
            left,
            kept.through(),
            kept.lines().size(),
            failure);
        assertThat(kept.through()).isNotEqualTo(bare.newest());
        bare.assertSound();
        postgres.endLeases();
        bare.pass(REST);
        bare.collect();
        bare.assertTrue();
        bare.assertAllRead();
      }
    }
  }
}
