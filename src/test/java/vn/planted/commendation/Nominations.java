package vn.planted.commendation;

public class Nominations {
    vn.planted.models.ModelSites wrong;
    vn.planted.commendation.council.Councils wrongToo;
}
