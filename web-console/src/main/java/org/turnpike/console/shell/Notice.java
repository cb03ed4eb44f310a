package org.turnpike.console.shell;

/**
 * Something that needs a person: what, why, and the one action.
 *
 * @param tone ok, info, warn or bad
 * @param action null when there is nothing to do but wait
 */
public record Notice(
    String tag, String tone, String title, String text, String action, String href) {}
