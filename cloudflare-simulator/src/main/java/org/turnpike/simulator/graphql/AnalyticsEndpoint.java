package org.turnpike.simulator.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.parser.InvalidSyntaxException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.api.RateLimit;
import org.turnpike.simulator.api.SignIn;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Json;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** {@code POST /client/v4/graphql}. */
public final class AnalyticsEndpoint {

  private final SignIn signIn;
  private final RateLimit queryBudget;
  private final GraphQL graphql;
  private final Clock clock;
  private final boolean errorsInside200;

  /**
   * Serves the analytics.
   *
   * @param errorsInside200 every refusal has status 200, and only its body tells
   */
  public AnalyticsEndpoint(
      SignIn signIn,
      RateLimit queryBudget,
      Analytics analytics,
      Clock clock,
      boolean errorsInside200) {
    this.signIn = signIn;
    this.queryBudget = queryBudget;
    this.graphql = AnalyticsSchema.over(analytics);
    this.clock = clock;
    this.errorsInside200 = errorsInside200;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "graphql",
            "POST",
            "/client/v4/graphql",
            request -> signIn.answer(request, this::query)));
  }

  private Reply query(Request request, String token) {
    RateLimit.Allowance allowance = queryBudget.take(token);
    if (allowance.exceeded()) {
      return refused(429, "rate limiter budget depleted, try again after 5 minutes", "budget")
          .with("retry-after", String.valueOf(allowance.secondsToReset()));
    }
    try {
      return execute(request.json(), token);
    } catch (BadRequest e) {
      return refused(400, "request must has a body with valid JSON structure", "parse");
    } catch (InvalidSyntaxException e) {
      return refused(400, "syntax error: " + e.getMessage(), "parse");
    }
  }

  private Reply execute(JsonNode body, String token) {
    if (!body.path("query").isTextual()) {
      return refused(400, "must have a single query", "parse");
    }
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput(VariableTypes.respelt(body.path("query").textValue()))
            .graphQLContext(Map.of(AnalyticsSchema.TOKEN, token))
            .variables(variables(body.path("variables")));
    if (body.path("operationName").isTextual()) {
      input.operationName(body.path("operationName").textValue());
    }
    ExecutionResult result = graphql.execute(input.build());
    if (!result.getErrors().isEmpty()) {
      return refused(result.getErrors());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", result.getData());
    answer.put("errors", null);
    return Reply.json(200, answer);
  }

  private static Map<String, Object> variables(JsonNode variables) {
    return variables.isObject()
        ? Json.mapper().convertValue(variables, new TypeReference<Map<String, Object>>() {})
        : Map.of();
  }

  private Reply refused(List<GraphQLError> errors) {
    Map<String, Object> extensions = errors.get(0).getExtensions();
    Object status = extensions == null ? null : extensions.get(RefusalHandler.STATUS);
    return Reply.json(
        status(status instanceof Integer known ? known : 400),
        Errors.body(errors.stream().map(one -> Errors.error(one, clock.instant())).toList()));
  }

  private Reply refused(int status, String message, String code) {
    return Reply.json(
        status(status), Errors.body(List.of(Errors.error(message, code, clock.instant()))));
  }

  private int status(int status) {
    return errorsInside200 ? 200 : status;
  }
}
