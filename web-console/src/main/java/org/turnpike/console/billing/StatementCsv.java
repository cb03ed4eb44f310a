package org.turnpike.console.billing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.turnpike.billing.Charge;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.shell.Csv;
import org.turnpike.console.shell.CsvDownload;
import org.turnpike.tenant.Tenant;

/** Statements of a period, one line each: of the tenant the address names, else of all in reach. */
@WebServlet("/statement.csv")
public class StatementCsv extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Inject transient DrawUpStatements statements;

  @Override
  protected Download download(HttpServletRequest request) {
    String period =
        Objects.requireNonNullElse(request.getParameter("period"), DrawUpStatements.CURRENT);
    if (request.getParameter("tenant") == null) {
      return new Download(
          "statements-" + safe(period), table(statements.all(person.caller(), period)));
    }
    Tenant tenant = tenant(request);
    Statement statement = statements.of(person.caller(), tenant.id(), period);
    return new Download(
        "statement-" + tenant.slug() + "-" + statement.period().name(), table(List.of(statement)));
  }

  static Csv table(List<Statement> all) {
    Csv table =
        new Csv(
            "tenant",
            "period",
            "start",
            "end",
            "status",
            "egress_bytes",
            "gigabytes",
            "free_gigabytes",
            "billable_gigabytes",
            "unit_price",
            "amount",
            "currency",
            "as_of",
            "complete_through",
            "ledger_posting",
            "ledger_hash",
            "lost_hours");
    for (Statement one : all) {
      Charge charge = one.charge();
      table.row(
          one.tenant().name(),
          one.period().name(),
          one.period().start(),
          one.period().end(),
          one.status().wireName(),
          charge.egress().bytes(),
          charge.gigabytes().toPlainString(),
          charge.freeGigabytes().toPlainString(),
          charge.billableGigabytes().toPlainString(),
          one.plan().unitPrice().amount().toPlainString(),
          one.amount().amount().toPlainString(),
          one.amount().currency(),
          one.asOf(),
          one.completeThrough(),
          one.ledgerHead().posting(),
          one.ledgerHead().hash(),
          one.lostHours());
    }
    return table;
  }

  /** Only a name that was understood becomes part of a header. */
  private static String safe(String period) {
    return period.matches("[0-9-]+") ? period : DrawUpStatements.CURRENT;
  }
}
