package org.turnpike.console.relay;

import jakarta.faces.view.ViewScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.shared.Slice;

/**
 * What one view of the page asked for, and the rows it was shown: apps ask for credentials all the
 * time, and a click must be about the row that was seen, not about the one that took its place.
 */
@ViewScoped
public class GrantSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private Question question = Question.LIVE;
  private ArrayList<GrantRow> rows = new ArrayList<>();
  private String older;

  /**
   * What is asked for.
   *
   * @param customIdentifier exactly; null for any
   * @param cursor null for the newest
   */
  record Question(String customIdentifier, boolean liveOnly, String cursor)
      implements Serializable {
    static final Question LIVE = new Question(null, true, null);

    Question from(String otherCursor) {
      return new Question(customIdentifier, liveOnly, otherCursor);
    }

    Question whetherLiveOrNot() {
      return new Question(customIdentifier, false, null);
    }
  }

  void show(Question asked, Slice<GrantRow> found) {
    question = asked;
    rows = new ArrayList<>(found.items());
    older = found.next();
  }

  Question question() {
    return question;
  }

  List<GrantRow> rows() {
    return rows;
  }

  /** The cursor of the rows before these; null at the beginning. */
  String older() {
    return older;
  }
}
