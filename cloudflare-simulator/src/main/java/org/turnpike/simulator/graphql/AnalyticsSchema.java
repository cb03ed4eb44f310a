package org.turnpike.simulator.graphql;

import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The schema file, and who answers its fields. */
final class AnalyticsSchema {

  /** Where a query's context holds its caller's token. */
  static final String TOKEN = "token";

  private final Analytics analytics;

  private AnalyticsSchema(Analytics analytics) {
    this.analytics = analytics;
  }

  static GraphQL over(Analytics analytics) {
    AnalyticsSchema schema = new AnalyticsSchema(analytics);
    return GraphQL.newGraphQL(
            new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(file()), schema.wiring()))
        .defaultDataFetcherExceptionHandler(new RefusalHandler())
        .build();
  }

  private RuntimeWiring wiring() {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.all().forEach(wiring::scalar);
    return wiring
        .type("Query", type -> type.dataFetcher("viewer", environment -> Map.of()))
        .type("viewer", type -> type.dataFetcher("accounts", this::accounts))
        .type(
            "account",
            type ->
                type.dataFetcher(
                        Dataset.TURN.field(), environment -> rows(Dataset.TURN, environment))
                    .dataFetcher(Dataset.SFU.field(), environment -> rows(Dataset.SFU, environment))
                    .dataFetcher("settings", environment -> settings()))
        .type(
            "AccountCallsTurnUsageAdaptiveGroups",
            type -> type.dataFetcher("confidence", AnalyticsSchema::confidence))
        .type(
            "AccountCallsUsageAdaptiveGroups",
            type -> type.dataFetcher("confidence", AnalyticsSchema::confidence))
        .build();
  }

  private List<String> accounts(DataFetchingEnvironment environment) {
    Map<String, Object> filter = environment.getArgumentOrDefault("filter", Map.of());
    if (!(filter.get("accountTag") instanceof String accountTag)) {
      throw QueryRefused.arguments("accounts: filter: accountTag: exactly one account is required");
    }
    analytics.authorize(accountTag, environment.getGraphQlContext().get(TOKEN));
    return List.of(accountTag);
  }

  private List<Map<String, Object>> rows(Dataset dataset, DataFetchingEnvironment environment) {
    List<String> orderBy = environment.getArgumentOrDefault("orderBy", List.of());
    return analytics.rows(
        dataset,
        new UsageQuery(
            environment.getSource(),
            UsageFilter.of(environment.getArgumentOrDefault("filter", Map.of())),
            environment.getArgument("limit"),
            orderBy,
            environment.getSelectionSet().getFields("dimensions/*").stream()
                .map(field -> Dimension.named(field.getName()))
                .distinct()
                .toList(),
            environment.getSelectionSet().getFields("*/*").size()));
  }

  private Map<String, Object> settings() {
    DatasetLimits limits = analytics.limits();
    Map<String, Object> settings =
        Map.of(
            "enabled", limits.enabled(),
            "maxPageSize", (long) limits.maxPageSize(),
            "notOlderThan", limits.notOlderThan().toSeconds(),
            "maxDuration", limits.maxDuration().toSeconds(),
            "maxNumberOfFields", (long) limits.maxNumberOfFields());
    return Map.of(Dataset.TURN.field(), settings, Dataset.SFU.field(), settings);
  }

  private static Map<String, Object> confidence(DataFetchingEnvironment environment) {
    Map<String, Object> row = environment.getSource();
    double level = environment.getArgumentOrDefault("level", 0.95);
    return Map.of("level", level, "sum", row.get("confidence"));
  }

  private static String file() {
    try (InputStream file = AnalyticsSchema.class.getResourceAsStream("analytics.graphqls")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
