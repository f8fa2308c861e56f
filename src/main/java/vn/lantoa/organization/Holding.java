package vn.lantoa.organization;

import java.time.LocalDate;

/**
 * One person holding one post in one unit for a time.
 *
 * @param capacity how the holder signs, null when the post does not sign
 * @param responsibility the field of responsibility in words, null when the holder answers for everything
 * @param to the last day, null while it lasts
 */
public record Holding(
        PersonId person,
        Post post,
        UnitId unit,
        Capacity capacity,
        String responsibility,
        LocalDate from,
        LocalDate to) {}
