package org.turnpike.console.administration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;

/** The names of the tenants in reach. */
final class TenantNames {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Map<TenantId, String> names;

  TenantNames(List<Tenant> tenants) {
    names = tenants.stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
  }

  /** A dash for a tenant out of reach. */
  String of(TenantId tenant) {
    return names.getOrDefault(tenant, "–");
  }

  /** A text with these tenants' names in place of their ids; other ids stay. */
  String in(String text) {
    return ID.matcher(text)
        .replaceAll(
            id ->
                Matcher.quoteReplacement(
                    names.getOrDefault(new TenantId(UUID.fromString(id.group())), id.group())));
  }
}
