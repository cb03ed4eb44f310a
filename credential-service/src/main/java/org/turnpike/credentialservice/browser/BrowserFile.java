package org.turnpike.credentialservice.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;

/** A file of the application's, read once. */
final class BrowserFile {
  private final String contentType;
  private final byte[] content;

  /** Tells its content from any other; weak, since a server may compress the file. */
  private final String tag;

  private BrowserFile(String contentType, byte[] content, String tag) {
    this.contentType = contentType;
    this.content = content;
    this.tag = tag;
  }

  static BrowserFile read(String name, String contentType) {
    try (InputStream file = BrowserFile.class.getResourceAsStream("/browser/" + name)) {
      byte[] content = file.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new BrowserFile(
          contentType, content, "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (isKnownTo(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(contentType);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private boolean isKnownTo(HttpServletRequest request) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .anyMatch(tags -> tags.contains(tag.substring(2)));
  }
}
