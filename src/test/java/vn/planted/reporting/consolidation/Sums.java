package vn.planted.reporting.consolidation;

public class Sums {}
