/** How calls fared, as the browsers that made them told. */
package org.turnpike.console.quality;
