package org.turnpike.usage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How sure Cloudflare is of an egress it estimated from samples, at a level of 95 %.
 *
 * @param lower bytes; the true figure lies above
 * @param upper bytes; the true figure lies below
 * @param samples how many it was estimated from
 */
@Embeddable
public record Confidence(
    @Column(name = "egress_lower") long lower,
    @Column(name = "egress_upper") long upper,
    @Column(name = "sample_size") long samples) {}
