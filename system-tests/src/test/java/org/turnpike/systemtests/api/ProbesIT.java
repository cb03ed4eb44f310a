package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.Web;
import org.turnpike.systemtests.world.World;

/**
 * What balancers and monitors ask, without a key, at the root of the host as well as of the API.
 */
class ProbesIT {
  private final World world = World.running();

  @ParameterizedTest
  @ValueSource(strings = {"/health/ready", "/api/health/ready"})
  void it_is_ready_with_its_database(String path) throws IOException, InterruptedException {
    HttpResponse<String> ready = Web.get(world.base().resolve(path));

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"database\":\"ok\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/api/metrics"})
  void its_metrics_are_the_product_s(String path) throws IOException, InterruptedException {
    assertThat(Web.get(world.base().resolve(path)).body())
        .contains("turnpike_collection_failing_turn_keys");
  }

  @Test
  void the_server_publishes_no_document_of_its_own() throws IOException, InterruptedException {
    assertThat(Web.get(world.base().resolve("/openapi")).statusCode()).isNotEqualTo(200);
  }
}
