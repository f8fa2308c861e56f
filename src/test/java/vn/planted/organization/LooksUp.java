package vn.planted.organization;

public class LooksUp {
    vn.planted.tasklist.Tasklist wrong;
}
