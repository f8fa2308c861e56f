package vn.planted.reporting.web;

public class PublicPage {
    vn.planted.reporting.Reports wrong;
}
