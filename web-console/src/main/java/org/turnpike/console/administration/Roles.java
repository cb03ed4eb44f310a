package org.turnpike.console.administration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.console.shell.Form;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;

/** A person's roles, as a form ticks them and as a table writes them. */
final class Roles {
  private static final Map<Role, String> FIELDS =
      Map.of(Role.TENANT_ADMIN, "adminOf", Role.TENANT_VIEWER, "viewerOf");
  private static final String COMPANY = "company";

  private Roles() {}

  static Set<RoleGrant> ticked(Form form) {
    Set<RoleGrant> grants = new HashSet<>();
    form.ticked(COMPANY).forEach(role -> grants.add(new RoleGrant(Role.valueOf(role), null)));
    FIELDS.forEach(
        (role, field) ->
            form.ticked(field)
                .forEach(id -> grants.add(new RoleGrant(role, new TenantId(UUID.fromString(id))))));
    return grants;
  }

  static void tick(Form form, Set<RoleGrant> grants) {
    form.put(
        COMPANY,
        grants.stream()
            .filter(grant -> grant.role().companyWide())
            .map(grant -> grant.role().name())
            .toArray(String[]::new));
    FIELDS.forEach(
        (role, field) ->
            form.put(
                field,
                grants.stream()
                    .filter(grant -> grant.role() == role)
                    .map(grant -> grant.tenant().toString())
                    .toArray(String[]::new)));
  }

  /** Such as "Operator" or "Admin of Harbour Meetings, viewer of Alpine Telehealth". */
  static String written(Set<RoleGrant> grants, List<Tenant> tenants) {
    Map<TenantId, String> names =
        tenants.stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return Arrays.stream(Role.values())
        .flatMap(
            role ->
                grants.stream()
                    .filter(grant -> grant.role() == role)
                    .map(grant -> written(role, names.get(grant.tenant())))
                    .sorted())
        .collect(Collectors.joining(", "));
  }

  private static String written(Role role, String tenant) {
    return switch (role) {
      case OPERATOR -> "Operator";
      case FINANCE -> "Finance";
      case TENANT_ADMIN -> "Admin of " + tenant;
      case TENANT_VIEWER -> "Viewer of " + tenant;
    };
  }
}
