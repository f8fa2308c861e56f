package vn.lantoa.operations;

import java.time.Duration;

/**
 * How fast a route of this node answers.
 *
 * @param template of its address, never an address somebody called; a word of Micrometer's for what no page answered
 */
public record Route(String method, String template, long answers, Duration mean, Duration longest) {}
