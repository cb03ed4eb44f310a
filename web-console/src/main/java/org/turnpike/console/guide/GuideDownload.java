package org.turnpike.console.guide;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.console.shell.FileDownload;
import org.turnpike.tenant.Tenant;

/** The guide of a tenant as a file. */
@WebServlet({"/integration.pdf", "/integration.docx"})
public class GuideDownload extends FileDownload {
  private static final long serialVersionUID = 1L;
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @Inject transient WriteGuide write;

  @Override
  protected Named file(HttpServletRequest request) {
    Tenant tenant = tenant(request);
    GuideFacts facts = write.about(tenant);
    String name = "turnpike-integration-" + tenant.slug();
    return request.getServletPath().endsWith(".pdf")
        ? new Named(name + ".pdf", "application/pdf", GuidePdf.of(facts))
        : new Named(name + ".docx", WORD, GuideDocx.of(facts));
  }
}
