package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.systemtests.console.Visitor;

/** A month's egress of a tenant as a person reads it on the console. */
record ConsoleFigures(Visitor visitor, String slug, Month month) {
  private static final Pattern BYTES = Pattern.compile("([0-9,]+) bytes, 1,000,000,000 to the GB");

  /** The bytes that the statement's page names beside its gigabytes. */
  long statementPage() {
    String text = visitor.open("statements-period.xhtml?" + query()).locator("main").innerText();
    Matcher bytes = BYTES.matcher(text);
    assertThat(bytes.find()).as("the statement's page names its bytes: %s", text).isTrue();
    return Long.parseLong(bytes.group(1).replace(",", ""));
  }

  long statementFile() {
    List<String> lines = visitor.download("statement.csv?" + query()).lines().toList();
    assertThat(lines).hasSize(2);
    int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf("egress_bytes");
    return Long.parseLong(lines.get(1).split(",", -1)[column]);
  }

  /** The sum of the file behind the usage page, whose own total must say the same in gigabytes. */
  long usageFile() {
    String range =
        "tenant=%s&from=%s&through=%s&zone=UTC"
            .formatted(slug, month.month().atDay(1), month.month().atEndOfMonth());
    long bytes =
        visitor
            .download("usage.csv?" + range)
            .lines()
            .skip(1)
            .mapToLong(line -> Long.parseLong(line.split(",", -1)[3]))
            .sum();
    assertThat(visitor.open("usage.xhtml?" + range).locator("main").innerText())
        .contains(gigabytes(bytes) + " GB");
    return bytes;
  }

  private String query() {
    return "tenant=%s&period=%s".formatted(slug, month.name());
  }

  private static String gigabytes(long bytes) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setMinimumFractionDigits(1);
    return format.format(BigDecimal.valueOf(bytes, 9).setScale(1, RoundingMode.HALF_UP));
  }
}
