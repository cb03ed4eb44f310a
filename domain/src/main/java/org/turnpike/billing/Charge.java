package org.turnpike.billing;

import java.math.BigDecimal;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Money;

/**
 * A volume, priced.
 *
 * @param gigabytes the volume in the plan's gigabytes, exact; free and billable add up to it
 * @param amount exact, not rounded yet
 */
public record Charge(
    DataVolume egress,
    BigDecimal gigabytes,
    BigDecimal freeGigabytes,
    BigDecimal billableGigabytes,
    Money amount) {}
