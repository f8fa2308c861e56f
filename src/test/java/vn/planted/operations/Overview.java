package vn.planted.operations;

public class Overview {
    vn.planted.commendation.Nominations wrong;
}
