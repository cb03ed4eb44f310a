package org.turnpike.analytics;

import java.math.BigDecimal;

/**
 * Connections open at once, in some span: an estimate.
 *
 * @param peak of its buckets of five minutes
 * @param mean over the hours that are known, idle ones included
 */
public record Connections(BigDecimal peak, BigDecimal mean) {}
