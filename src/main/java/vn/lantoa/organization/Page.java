package vn.lantoa.organization;

import java.util.List;

/**
 * One page of a list that is read from a place on, not by number.
 *
 * @param next where the next page starts, null on the last one
 */
public record Page<T>(List<T> items, String next) {}
