package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Rejected.Reason;

/**
 * A body, taken in whole, so that it is small and JSON whatever reads it next, and however sent.
 */
final class BodyOfCall {
  static final int MOST_BYTES = 64 * 1024;

  /** Callers over HTTP/2 such as Java's client hear an answer only after their last byte. */
  private static final int MOST_BYTES_DISCARDED = 8 * 1024 * 1024;

  private static final Pattern JSON =
      Pattern.compile(
          "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

  private BodyOfCall() {}

  /** Throws {@link Rejected} when it is too large or of another type. */
  static byte[] take(HttpServletRequest call) throws IOException {
    InputStream sent = call.getInputStream();
    byte[] body = sent.readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      sent.skip(MOST_BYTES_DISCARDED);
      throw new Rejected(Reason.TOO_LARGE, "A body may have at most " + MOST_BYTES + " bytes.");
    }
    if (body.length > 0 && !isJson(call.getContentType())) {
      throw new Rejected(
          Reason.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json, in UTF-8.");
    }
    return body;
  }

  private static boolean isJson(String contentType) {
    return contentType != null && JSON.matcher(contentType.strip()).matches();
  }
}
