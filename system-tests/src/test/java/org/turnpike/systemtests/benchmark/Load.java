package org.turnpike.systemtests.benchmark;

import java.io.IOException;

/** A way to ask a side for ICE servers for a while, and the figure it is measured by. */
@FunctionalInterface
interface Load {
  Measured on(Side side) throws IOException, InterruptedException;
}
