package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;

/** Every tenant's statement of a period. */
@RequestScoped
@Path("/statements")
@Tag(name = "Usage and money")
@SecurityRequirement(name = "apiKey", scopes = "finance")
@ApiResponse(responseCode = "default", ref = "Problem")
public class StatementsResource {
  private static final String CSV = "text/csv";

  @Inject DrawUpStatements statements;
  @Inject Caller caller;

  @GET
  @Path("{period}")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      operationId = "readStatements",
      summary = "The statements of a period, of every tenant of the caller's reach, by name")
  @ApiResponse(
      responseCode = "200",
      description = "The statements",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = StatementPage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  public Response list(
      @PathParam("period") @Parameter(description = "such as 2026-11, or current") String period,
      @QueryParam("format")
          @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"json", "csv"},
                      defaultValue = "json"))
          String format,
      @BeanParam Paging paging) {
    String wanted = format == null ? "json" : format;
    String name = PeriodName.checked(period);
    return switch (wanted) {
      case "json" -> Response.ok(page(name, paging), MediaType.APPLICATION_JSON).build();
      case "csv" -> csv(name);
      default -> throw Rejected.invalid("format", "format is json or csv, so far.");
    };
  }

  private StatementPage page(String period, Paging paging) {
    List<Statement> all = statements.all(caller, period);
    return StatementPage.of(paging.cut(all, statement -> statement.tenant().id()));
  }

  private Response csv(String period) {
    byte[] table =
        StatementTable.csv(statements.all(caller, period)).getBytes(StandardCharsets.UTF_8);
    return Response.ok(table, CSV + "; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"statements-" + period + ".csv\"")
        .build();
  }
}
