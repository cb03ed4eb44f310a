package org.turnpike.credentialservice.usage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.billing.Statement;

/** Statements as comma-separated values (RFC 4180), one a line. */
final class StatementTable {
  private static final List<String> HEADER =
      List.of(
          "tenantId",
          "tenant",
          "slug",
          "period",
          "start",
          "end",
          "status",
          "egressBytes",
          "gigabytes",
          "freeGigabytes",
          "billableGigabytes",
          "unitPrice",
          "amount",
          "currency",
          "asOf",
          "completeThrough",
          "ledgerPosting",
          "ledgerHash",
          "lostHours");

  private StatementTable() {}

  static String csv(List<Statement> statements) {
    return Stream.concat(Stream.of(HEADER), statements.stream().map(StatementTable::row))
        .map(row -> row.stream().map(StatementTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> row(Statement statement) {
    return List.of(
        statement.tenant().id().toString(),
        statement.tenant().name(),
        statement.tenant().slug(),
        statement.period().name(),
        statement.period().start().toString(),
        statement.period().end().toString(),
        statement.status().wireName(),
        String.valueOf(statement.charge().egress().bytes()),
        Figures.plain(statement.charge().gigabytes()),
        Figures.plain(statement.charge().freeGigabytes()),
        Figures.plain(statement.charge().billableGigabytes()),
        Figures.amount(statement.plan().unitPrice()),
        Figures.amount(statement.amount()),
        statement.amount().currency().getCurrencyCode(),
        Objects.toString(statement.asOf(), ""),
        Objects.toString(statement.completeThrough(), ""),
        String.valueOf(statement.ledgerHead().posting()),
        statement.ledgerHead().hash(),
        String.valueOf(statement.lostHours()));
  }

  /** Spreadsheets take text that begins so for a formula; the apostrophe tells them it is none. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
