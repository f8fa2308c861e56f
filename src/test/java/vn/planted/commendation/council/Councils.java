package vn.planted.commendation.council;

public class Councils {}
