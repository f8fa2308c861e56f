package vn.lantoa.organization;

import java.time.LocalDate;

/** One unit went on as another: what waits for the first now waits for the second. Published within the transaction. */
public record UnitsMerged(UnitId from, UnitId into, LocalDate on) {}
