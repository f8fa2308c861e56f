package vn.planted.calendar;

public class KnowsAFeature {
    vn.planted.tasklist.Tasklist wrong;
}
