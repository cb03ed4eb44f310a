package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.shared.Money;

/** An amount, as text: no float anywhere. */
@Schema(name = "Money")
record MoneyShape(
    @Schema(example = "12.34") String amount, @Schema(example = "USD") String currency) {
  static MoneyShape of(Money money) {
    return new MoneyShape(Figures.amount(money), money.currency().getCurrencyCode());
  }
}
