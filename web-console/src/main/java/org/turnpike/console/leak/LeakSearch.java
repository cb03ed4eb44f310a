package org.turnpike.console.leak;

import jakarta.faces.view.ViewScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.turnpike.analytics.LeakReason;

/**
 * What one view of the page asked for, and the rows it was shown: further usage is found all the
 * time, and a click must be about the row that was seen.
 */
@ViewScoped
public class LeakSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private Question question = Question.OPEN;
  private ArrayList<LeakRow> rows = new ArrayList<>();

  /**
   * What is asked for.
   *
   * @param open null for open and dismissed ones
   * @param reason null for any
   * @param text null for any
   * @param order largest, newest or latest
   */
  record Question(Boolean open, LeakReason reason, String text, String order)
      implements Serializable {
    static final String LARGEST = "largest";
    static final Question OPEN = new Question(true, null, null, LARGEST);

    List<LeakRow> of(List<LeakRow> newestFirst) {
      List<LeakRow> fitting =
          newestFirst.stream().filter(row -> text == null || row.isAbout(text)).toList();
      return switch (order) {
        case "newest" -> fitting;
        case "latest" ->
            fitting.stream().sorted(Comparator.comparing(LeakRow::lastHour).reversed()).toList();
        default ->
            fitting.stream().sorted(Comparator.comparing(LeakRow::egress).reversed()).toList();
      };
    }
  }

  void show(Question asked, List<LeakRow> found) {
    question = asked;
    rows = new ArrayList<>(asked.of(found));
  }

  Question question() {
    return question;
  }

  List<LeakRow> rows() {
    return rows;
  }
}
