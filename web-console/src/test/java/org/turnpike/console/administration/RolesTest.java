package org.turnpike.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.console.shell.Form;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class RolesTest {
  private final World world = new World();
  private final Tenant harbour = world.samples.tenant("harbour");
  private final Tenant alpine = world.samples.tenant("alpine");
  private final Set<RoleGrant> roles =
      Set.of(
          new RoleGrant(Role.FINANCE, null),
          new RoleGrant(Role.TENANT_ADMIN, harbour.id()),
          new RoleGrant(Role.TENANT_VIEWER, alpine.id()));

  @Test
  void what_a_form_shows_is_what_it_gives_back() {
    Form form = new Form();
    Roles.tick(form, roles);

    assertThat(Roles.ticked(form)).isEqualTo(roles);
  }

  @Test
  void an_untouched_form_gives_no_roles() {
    assertThat(Roles.ticked(new Form())).isEmpty();
  }

  @Test
  void roles_are_written_with_their_tenants_names() {
    assertThat(Roles.written(roles, List.of(harbour, alpine)))
        .isEqualTo("Finance, Admin of harbour, Viewer of alpine");
  }
}
