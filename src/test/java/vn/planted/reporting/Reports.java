package vn.planted.reporting;

public class Reports {
    vn.planted.tasklist.Tasklist wrong;
    vn.planted.reporting.consolidation.Sums wrongToo;
}
