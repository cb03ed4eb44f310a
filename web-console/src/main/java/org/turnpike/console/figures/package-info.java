/** How volumes, money and time series are written and drawn. */
package org.turnpike.console.figures;
