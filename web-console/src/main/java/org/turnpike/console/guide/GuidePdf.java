package org.turnpike.console.guide;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The guide as a tagged PDF with bookmarks; every letter's font is in it. */
final class GuidePdf {
  /** Kept, so that its level is: each PDF would warn of fonts that are not used. */
  private static final Logger FONTS = Logger.getLogger("org.apache.pdfbox.pdmodel.font");

  static {
    XRLog.setLoggingEnabled(false); // it tells of each step; what goes wrong is thrown
    FONTS.setLevel(Level.SEVERE);
  }

  private GuidePdf() {}

  static byte[] of(GuideFacts facts) {
    PrintFonts fonts = PrintFonts.read();
    // A name in letters that no font here has is better read as the slug than as a row of signs.
    Guide guide = Guide.of(fonts.show(facts.name()) ? facts : facts.called(facts.tenant().slug()));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    fonts.addTo(builder);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(TextDirection.LTR);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Turnpike " + facts.version());
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withHtmlContent(GuidePrint.of(guide), null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return pdf.toByteArray();
  }
}
