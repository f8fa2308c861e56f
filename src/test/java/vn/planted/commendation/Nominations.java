package vn.planted.commendation;

public class Nominations {
    vn.planted.models.ModelSites wrong;
}
