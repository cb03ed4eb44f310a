package org.turnpike.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class TenantNamesTest {
  private static final String GRANT = "01a20477-4671-7000-9f61-93b3971cc565";

  private final Tenant harbour = new World().samples.tenant("harbour");
  private final TenantNames names = new TenantNames(List.of(harbour));

  @Test
  void a_text_names_tenants_where_it_had_their_ids() {
    assertThat(names.in("finance, tenant-viewer of " + harbour.id()))
        .isEqualTo("finance, tenant-viewer of " + harbour.name());
  }

  @Test
  void other_ids_stay() {
    assertThat(names.in("grant " + GRANT)).isEqualTo("grant " + GRANT);
  }

  @Test
  void a_tenant_out_of_reach_has_no_name() {
    assertThat(names.of(harbour.id())).isEqualTo(harbour.name());
    assertThat(names.of(new TenantId(UUID.fromString(GRANT)))).isEqualTo("–");
  }
}
