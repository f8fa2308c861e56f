package vn.planted.web;

public class KnowsAFeature {
    vn.planted.tasklist.Tasklist wrong;
}
