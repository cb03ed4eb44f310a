package org.turnpike.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;

/** A page's table as a file. */
public abstract class CsvDownload extends FileDownload {
  private static final long serialVersionUID = 1L;

  /** A file's name, without ending, and its table. */
  public record Download(String name, Csv table) {}

  protected abstract Download download(HttpServletRequest request);

  @Override
  protected final Named file(HttpServletRequest request) {
    Download download = download(request);
    return new Named(
        download.name() + ".csv",
        "text/csv;charset=UTF-8",
        download.table().toString().getBytes(StandardCharsets.UTF_8));
  }
}
