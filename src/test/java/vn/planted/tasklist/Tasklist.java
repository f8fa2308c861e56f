package vn.planted.tasklist;

public class Tasklist {
    vn.planted.reporting.Reports wrong;
}
