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

/** What a page shows, as a file, by the same address parameters as the page. */
public abstract class FileDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject protected transient Person person;
  @Inject transient ManageTenants tenants;

  /** A file under the name it is saved by. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Named(String name, String contentType, byte[] content) {}

  protected abstract Named file(HttpServletRequest request);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Named file = file(request);
      response.setContentType(file.contentType());
      response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
      response.getOutputStream().write(file.content());
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
