/** Values every capability speaks in; uses nothing of ours. */
package org.turnpike.shared;
