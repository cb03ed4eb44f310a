package org.turnpike.console.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;

class WordKnowsListsAndTablesTest {
  private final ReadDocx word = ReadDocx.of(GuideDocx.of(Guides.maple()));

  @Test
  void each_numbered_list_counts_from_one() {
    List<XWPFParagraph> items = items("ListNumber");

    assertThat(items).extracting(XWPFParagraph::getNumFmt).containsOnly("decimal");
    assertThat(items).extracting(XWPFParagraph::getNumID).doesNotContainNull();
    assertThat(items.stream().map(XWPFParagraph::getNumID).distinct()).hasSize(3);
    assertThat(items)
        .extracting(XWPFParagraph::getNumStartOverride)
        .extracting(start -> start.intValueExact())
        .containsOnly(1);
  }

  @Test
  void bullets_are_bullets() {
    assertThat(items("ListBullet"))
        .isNotEmpty()
        .extracting(XWPFParagraph::getNumFmt)
        .containsOnly("bullet");
  }

  @Test
  void a_column_is_as_wide_as_its_text_wants_and_all_fill_the_page() {
    XWPFTable relays =
        word.document().getTables().stream()
            .filter(table -> table.getRow(0).getCell(0).getText().equals("URL"))
            .findFirst()
            .orElseThrow();

    List<Integer> widths =
        relays.getCTTbl().getTblGrid().getGridColList().stream()
            .map(CTTblGridCol::getW)
            .map(width -> Integer.valueOf(width.toString()))
            .toList();
    assertThat(widths.get(0)).isGreaterThan(3 * widths.get(2));
    assertThat(widths.stream().mapToInt(width -> width).sum())
        .isBetween(WordFile.WIDTH - widths.size(), WordFile.WIDTH);
    assertThat(relays.getRow(0).isRepeatHeader()).isTrue();
  }

  private List<XWPFParagraph> items(String style) {
    return word.document().getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .toList();
  }
}
