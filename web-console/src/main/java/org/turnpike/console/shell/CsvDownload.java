package org.turnpike.console.shell;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.turnpike.console.gate.Person;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/** A page's table as a file, by the same address parameters as the page. */
public abstract class CsvDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject protected transient Person person;
  @Inject transient ManageTenants tenants;

  /** A file's name, without ending, and its table. */
  public record Download(String name, Csv table) {}

  protected abstract Download download(HttpServletRequest request);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Download download = download(request);
      response.setContentType("text/csv;charset=UTF-8");
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + download.name() + ".csv\"");
      response.getWriter().write(download.table().toString());
    } catch (Rejected | Unavailable failure) {
      request.setAttribute(Failures.REFUSAL, failure.getMessage());
      response.sendError(Failures.status(failure));
    }
  }

  /** The tenant that the address names. */
  protected Tenant tenant(HttpServletRequest request) {
    String slug = request.getParameter("tenant");
    return tenants.all(person.caller()).stream()
        .filter(tenant -> tenant.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Rejected.notFound("tenant"));
  }
}
