package org.turnpike.console.relay;

import java.util.List;
import java.util.stream.Collectors;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Ratios;
import org.turnpike.credential.AnswerTally;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.MintingTally;

/** What those who asked got, and what it took, of some tenants together. */
public record AnswersInView(AnswerTally answers, MintingTally mintings) {
  static AnswersInView of(List<MintingReport.OfTenant> tenants, Span span) {
    return new AnswersInView(
        tenants.stream().map(of -> of.answers(span)).reduce(AnswerTally.NONE, AnswerTally::plus),
        tenants.stream()
            .map(of -> of.mintings(span))
            .reduce(MintingTally.NONE, MintingTally::plus));
  }

  /**
   * One part of those who asked.
   *
   * @param colour its class in the drawing
   * @param width per cent of the drawing, with one place
   */
  public record Part(String label, long count, String colour, String width) {}

  /** By what served them, the most usual first; what did not happen is left out. */
  public List<Part> parts() {
    return List.of(
            part("reused", answers.reused(), "c1"),
            part("minted", answers.minted(), "c2"),
            part("reserve", answers.reserve(), "c4"),
            part("STUN alone", answers.fallback(), "c3"),
            part("got nothing", answers.refused(), "none"))
        .stream()
        .filter(part -> part.count() > 0)
        .toList();
  }

  private Part part(String label, long count, String colour) {
    long all = answers.given() + answers.refused();
    String width = all == 0 ? "0" : Double.toString(Math.round(1000.0 * count / all) / 10.0);
    return new Part(label, count, colour, width);
  }

  /** The drawing in a sentence, for those who hear the page. */
  public String spoken() {
    return parts().stream()
        .map(part -> part.label() + " " + Figures.count(part.count()))
        .collect(Collectors.joining(", "));
  }

  public String atHand() {
    return Ratios.percent(answers.atHand());
  }

  public String used() {
    return Ratios.percent(mintings.usedRatio());
  }

  public String callsPerAnswer() {
    return Ratios.perOne(AnswerTally.callsPerAnswer(mintings, answers));
  }
}
