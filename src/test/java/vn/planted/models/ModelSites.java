package vn.planted.models;

public class ModelSites {
    vn.planted.commendation.Nominations wrong;
    vn.planted.models.adoption.Adoptions wrongToo;
}
