package vn.lantoa.document;

import java.time.LocalDate;

/**
 * Số, ký hiệu and date of a document.
 *
 * @param register the book in which numbers follow each other, one for each type of document: BC
 * @param symbol {@code BC-LĐLĐ}
 */
public record DocumentNumber(String register, int number, String symbol, LocalDate date) {}
