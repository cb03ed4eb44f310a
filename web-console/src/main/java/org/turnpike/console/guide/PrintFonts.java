package org.turnpike.console.guide;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that go into a PDF: Inter, and DejaVu for code and for letters that Inter lacks. */
final class PrintFonts {
  private final List<PrintFont> fonts;

  private record PrintFont(String family, int weight, String file) {
    byte[] content() {
      return Guide.resource("fonts/" + file + ".ttf");
    }
  }

  private PrintFonts(List<PrintFont> fonts) {
    this.fonts = fonts;
  }

  static PrintFonts read() {
    return new PrintFonts(
        List.of(
            new PrintFont("Inter", 400, "inter-regular"),
            new PrintFont("Inter", 700, "inter-bold"),
            new PrintFont("DejaVu Sans", 400, "dejavu-sans"),
            new PrintFont("DejaVu Sans Mono", 400, "dejavu-sans-mono")));
  }

  void addTo(PdfRendererBuilder builder) {
    for (PrintFont font : fonts) {
      builder.useFont(
          () -> new ByteArrayInputStream(font.content()),
          font.family(),
          font.weight(),
          FontStyle.NORMAL,
          true);
    }
  }

  /** Whether the text's fonts have a sign for every letter. */
  boolean show(String text) {
    int[] missing = text.codePoints().distinct().toArray();
    for (PrintFont font : fonts) {
      if (!font.family().endsWith("Mono")) {
        missing = missingOf(font, missing);
      }
    }
    return missing.length == 0;
  }

  private static int[] missingOf(PrintFont font, int[] letters) {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font.content()))) {
      CmapLookup signs = parsed.getUnicodeCmapLookup();
      return IntStream.of(letters).filter(letter -> signs.getGlyphId(letter) == 0).toArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
