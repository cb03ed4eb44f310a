package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the product keeps in memory of a million answers: nothing. */
class MemoryBenchmark {
  private static final Logger LOG = Logger.getLogger(MemoryBenchmark.class.getName());
  private static final int KNOWN_IDENTIFIERS = Integer.getInteger("benchmark.known", 10_000);
  private static final int ANSWERS = Integer.getInteger("benchmark.answers", 1_000_000);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 5));
  private static final int CONNECTIONS = 64;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final Bound FLAT = Bound.atMost(1.05);

  private final Report report = new Report();

  /** So many answers, and what lived then. */
  private record Mark(long answers, long bytes) {}

  @Test
  void the_heap_after_a_million_answers_is_as_large_as_after_the_first_tenth() throws Exception {
    Product product = Product.started("Turnpike");
    new Introduction(KNOWN_IDENTIFIERS, new Callers(product.apiKey(), CONNECTIONS))
        .to(product.side());

    List<Mark> marks = marks(product);

    List<Row> rows = marks.stream().map(mark -> row(marks, mark)).toList();
    List<String> notMet = report.add(rows);
    report.leave("%,d known identifiers".formatted(KNOWN_IDENTIFIERS));
    assertThat(notMet).as("Requirements that are not met").isEmpty();
  }

  private static List<Mark> marks(Product product) throws IOException, InterruptedException {
    Load asking = new Wrk(product.apiKey(), KNOWN_IDENTIFIERS, TIME).answers(CONNECTIONS);
    Heap heap = new Heap(product.standalone().process());
    List<Mark> marks = new ArrayList<>();
    long answers = 0;
    for (int tenths : new int[] {1, 4, 7, 10}) {
      while (answers < tenths * (ANSWERS / 10L)) {
        Measured measured = asking.on(product.side());
        assertThat(measured.failures()).isZero();
        answers += (long) measured.value();
      }
      marks.add(new Mark(answers, heap.live()));
      LOG.info(marks.toString());
    }
    return marks;
  }

  /** Beside the first; the last one counts. */
  private static Row row(List<Mark> marks, Mark mark) {
    double ratio = mark.bytes() / (double) marks.get(0).bytes();
    boolean first = mark.equals(marks.get(0));
    boolean last = mark.equals(marks.get(marks.size() - 1));
    return new Row(
        "live heap, beside the first: MB",
        "after %,d answers".formatted(mark.answers()),
        "%,.1f".formatted(mark.bytes() / BYTES_PER_MEGABYTE),
        "",
        first ? "" : "%.3f".formatted(ratio),
        last ? FLAT.text() : "",
        verdict(last, ratio));
  }

  private static Row.Verdict verdict(boolean last, double ratio) {
    if (!last) {
      return Row.Verdict.NOTHING_REQUIRED;
    }
    return FLAT.allows(ratio) ? Row.Verdict.MET : Row.Verdict.NOT_MET;
  }
}
