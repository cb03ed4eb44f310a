package org.turnpike.simulator.graphql;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Turns refusals into errors; anything else is the simulator's own fault and is said to be. */
final class RefusalHandler implements DataFetcherExceptionHandler {

  static final String STATUS = "status";
  static final String CODE = "code";

  private static final System.Logger LOG = System.getLogger(RefusalHandler.class.getName());

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    QueryRefused refused;
    if (parameters.getException() instanceof QueryRefused known) {
      refused = known;
    } else {
      LOG.log(System.Logger.Level.ERROR, "The simulator itself failed", parameters.getException());
      refused = new QueryRefused(500, "internal", "Internal server error");
    }
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult()
            .error(
                GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                    .message("%s", refused.getMessage())
                    .extensions(Map.of(STATUS, refused.status(), CODE, refused.code()))
                    .build())
            .build());
  }
}
