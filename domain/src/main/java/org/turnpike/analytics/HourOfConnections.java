package org.turnpike.analytics;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How many connections were open at once in an hour.
 *
 * @param hour its start, UTC
 * @param peak of its buckets of five minutes
 * @param mean over the hour
 */
public record HourOfConnections(Instant hour, BigDecimal peak, BigDecimal mean) {}
