/** Whether calls get through from where somebody sits: links to the test, and what it found. */
package org.turnpike.console.relaytest;
