package org.turnpike.console.guide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.text.TextContentRenderer;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table as wide as the page. Its columns are as wide as their text wants, within reason. */
final class WordTable {
  private static final String LINE = "E1E6EC";
  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();
  private static final int LEAST = 12;
  private static final int MOST = 46;

  /** Of a cell, as wide as so many letters. */
  private static final int MARGINS = 3;

  private WordTable() {}

  static void write(TableBlock block, WordFile word) {
    List<List<TableCell>> rows = rows(block);
    int[] widths = widths(rows);
    XWPFTable table = word.document().createTable(rows.size(), widths.length);
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(WordFile.WIDTH);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (int column = 0; column < widths.length; column++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(widths[column]));
    }
    table.removeBorders();
    table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
    table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
    for (int row = 0; row < rows.size(); row++) {
      write(rows.get(row), table.getRow(row), widths, row == 0);
    }
    word.paragraph("TableText"); // else what follows would stick to it
  }

  private static void write(
      List<TableCell> cells, XWPFTableRow row, int[] widths, boolean heading) {
    row.setCantSplitRow(true);
    row.setRepeatHeader(heading);
    for (int column = 0; column < cells.size(); column++) {
      XWPFTableCell cell = row.getCell(column);
      cell.setWidthType(TableWidthType.DXA);
      cell.setWidth(Integer.toString(widths[column]));
      XWPFParagraph paragraph = cell.getParagraphs().get(0);
      paragraph.setStyle(heading ? "TableHeading" : "TableText");
      WordText.write(cells.get(column), paragraph);
    }
  }

  private static List<List<TableCell>> rows(TableBlock block) {
    List<List<TableCell>> rows = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<TableCell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add((TableCell) cell);
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static int[] widths(List<List<TableCell>> rows) {
    int[] wanted =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> letters(row.get(column))).max().orElse(0))
            .map(letters -> Math.max(LEAST, Math.min(MOST, letters)))
            .toArray();
    int all = IntStream.of(wanted).sum();
    return IntStream.of(wanted).map(letters -> WordFile.WIDTH * letters / all).toArray();
  }

  private static int letters(TableCell cell) {
    int letters = MARGINS;
    for (Node words = cell.getFirstChild(); words != null; words = words.getNext()) {
      letters += PLAIN.render(words).length();
    }
    return letters;
  }
}
