/** Which usage is in: for operators. */
package org.turnpike.console.collection;
