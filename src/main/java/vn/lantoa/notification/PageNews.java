package vn.lantoa.notification;

/**
 * That something changed which open pages show.
 *
 * @param whom whose pages
 */
record PageNews(Shown what, Audience whom) {

    String line() {
        return what + " " + whom.line();
    }

    static PageNews read(String line) {
        var words = line.split(" ", 2);
        return new PageNews(Shown.valueOf(words[0]), Audience.read(words[1]));
    }
}
