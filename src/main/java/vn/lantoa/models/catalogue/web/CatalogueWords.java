package vn.lantoa.models.catalogue.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Count;
import vn.lantoa.models.SiteState;
import vn.lantoa.models.catalogue.SiteLine;

/** What the catalogue shows, in words. */
@Component
class CatalogueWords {

    private final MessageSource messages;

    CatalogueWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A row of the list; {@code badge} names the colour and the icon of its state. */
    record Row(SiteLine site, String state, String badge, String groups, String members, String level) {}

    Row row(SiteLine line, Locale locale) {
        return new Row(
                line,
                word("model-site.state." + line.state(), locale),
                badge(line.state()),
                count(line.groups(), locale),
                count(line.members(), locale),
                line.level() == null ? null : level(line.level(), locale));
    }

    String level(int level, Locale locale) {
        return word("models.level." + level, locale);
    }

    String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** "trên 40"; an exact number alone. */
    private String count(Count count, Locale locale) {
        var number = String.format(Locale.forLanguageTag("vi"), "%,d", count.amount());
        return count.qualifier() == Qualifier.EXACT
                ? number
                : word("report.qualifier." + count.qualifier().code(), locale) + " " + number;
    }

    private static String badge(SiteState state) {
        return switch (state) {
            case DRAFT -> "draft";
            case SUBMITTED, PROPOSED -> "waiting";
            case REGISTERED, UNDER_TRIAL, APPRAISED -> "pending";
            case ACTIVE -> "approved";
            case NEEDS_REPAIR -> "returned";
            case REVIEW_OVERDUE -> "late";
            case SUSPENDED -> "locked";
            case CLOSED, LAPSED, REVOKED -> "off";
            case WITHDRAWN -> "withdrawn";
            case REJECTED -> "missing";
        };
    }
}
