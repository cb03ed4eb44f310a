package org.turnpike.console.leak;

import jakarta.faces.view.ViewScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.analytics.LeakReason;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.console.figures.Figures;

/**
 * What one view of the page asked for, and the rows it was shown: further usage is found all the
 * time, and a click must be about the row that was seen.
 */
@ViewScoped
public class LeakSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private Question question = Question.OPEN;
  private ArrayList<LeakRow> rows = new ArrayList<>();
  private long all;

  /**
   * What is asked for.
   *
   * @param open null for open and dismissed ones
   * @param reason null for any
   * @param text null for any
   */
  record Question(Boolean open, LeakReason reason, String text, PossibleLeaks.Order order)
      implements Serializable {
    static final Question OPEN = new Question(true, null, null, PossibleLeaks.Order.LARGEST);
  }

  void show(Question asked, LeakRows.Found found) {
    question = asked;
    rows = new ArrayList<>(found.rows());
    all = found.all();
  }

  Question question() {
    return question;
  }

  List<LeakRow> rows() {
    return rows;
  }

  /** That more fit than are shown, and which these are; null where they are all. */
  String more() {
    if (all <= rows.size()) {
      return null;
    }
    String which =
        switch (question.order()) {
          case LARGEST -> "those with the most egress";
          case NEWEST -> "the newest";
          case LATEST -> "those used last";
        };
    return "%s of %s that fit: %s. Search, or choose a reason, to see others."
        .formatted(Figures.count(rows.size()), Figures.count(all), which);
  }
}
