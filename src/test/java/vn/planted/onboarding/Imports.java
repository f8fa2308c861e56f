package vn.planted.onboarding;

public class Imports {
    vn.planted.commendation.Nominations wrong;
}
