package vn.planted.engine;

public class KnowsAPage {
    vn.planted.reporting.web.PublicPage wrong;
}
