package org.turnpike.credentialservice.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.turnpike.shared.Money;

/** Exact figures as text. */
final class Figures {
  private Figures() {}

  /** Plain, with no more digits than the figure has. */
  static String plain(BigDecimal figure) {
    return figure.stripTrailingZeros().toPlainString();
  }

  /** Plain, with the currency's minor digits, and more where the amount has more. */
  static String amount(Money money) {
    BigDecimal exact = money.amount().stripTrailingZeros();
    int digits = Math.max(money.currency().getDefaultFractionDigits(), exact.scale());
    return exact.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
  }
}
