package vn.planted.models.adoption;

public class Adoptions {}
