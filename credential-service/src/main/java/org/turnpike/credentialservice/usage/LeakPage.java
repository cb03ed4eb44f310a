package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One page of possible leaks, and how far usage has been examined for them. */
record LeakPage(
    List<LeakReply> items,
    @Schema(description = "cursor of the next page; null at the end", nullable = true) String next,
    @Schema(
            description =
                "every hour before is examined, of every TURN key that still relays; null while one"
                    + " never was",
            nullable = true)
        Instant examinedThrough) {}
