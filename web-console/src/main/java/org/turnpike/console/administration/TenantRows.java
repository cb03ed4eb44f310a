package org.turnpike.console.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/** Every tenant with its running statement, searched and sorted. */
@Dependent
class TenantRows {
  private static final String BY_NAME = "name";
  private static final Map<String, Comparator<Row>> ORDERS =
      Map.of(
          BY_NAME,
          Comparator.comparing(row -> row.tenant().name().toLowerCase(Locale.ROOT)),
          "egress",
          Comparator.comparing((Row row) -> row.statement().charge().egress()).reversed(),
          "newest",
          Comparator.comparing((Row row) -> row.tenant().createdAt()).reversed());

  @Inject ManageTenants tenants;
  @Inject DrawUpStatements statements;

  /** One tenant. */
  public record Row(Tenant tenant, Statement statement) {
    boolean mentions(String text) {
      return (tenant.name() + " " + tenant.slug()).toLowerCase(Locale.ROOT).contains(text);
    }
  }

  /**
   * The rows.
   *
   * @param text found in name or slug; null for any
   * @param order name, egress or newest; anything else is by name
   */
  List<Row> find(Caller caller, String text, String order) {
    Map<TenantId, Statement> byTenant =
        statements.all(caller, DrawUpStatements.CURRENT).stream()
            .collect(Collectors.toMap(one -> one.tenant().id(), Function.identity()));
    String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return tenants.all(caller).stream()
        .map(tenant -> new Row(tenant, byTenant.get(tenant.id())))
        .filter(row -> row.mentions(wanted))
        .sorted(ORDERS.getOrDefault(order == null ? BY_NAME : order, ORDERS.get(BY_NAME)))
        .toList();
  }
}
