package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.Optional;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;

/** The small rules that several acts share: empty when the input will do. */
final class Checks {

    private Checks() {}

    @SafeVarargs
    static Optional<Refused> first(java.util.function.Supplier<Optional<Refused>>... checks) {
        for (var check : checks) {
            var refused = check.get();
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    static Optional<Refused> name(String name) {
        if (name == null || VietnameseText.fold(name).isEmpty()) {
            return refuse(Reason.NAME_MISSING, "name");
        }
        return when(VietnameseText.clean(name).length() > 200, Reason.NAME_TOO_LONG, "name");
    }

    static Optional<Refused> code(String code) {
        return when(code == null || !code.matches("[A-Z0-9][A-Z0-9-]{1,39}"), Reason.CODE_MALFORMED, "code");
    }

    static Optional<Refused> phone(String phone) {
        return when(phone != null && !phone.matches("[0-9+(). -]{3,40}"), Reason.PHONE_MALFORMED, "phone");
    }

    static Optional<Refused> email(String email) {
        return when(
                email != null
                        && (email.length() > 254
                                || !email.matches("[^\\s@<>\"',;:\\\\]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")),
                Reason.EMAIL_MALFORMED,
                "email");
    }

    static Optional<Refused> past(LocalDate date, LocalDate today, String field) {
        if (date == null) {
            return refuse(Reason.DATE_MISSING, field);
        }
        if (date.getYear() < 1900) {
            return refuse(Reason.DATES_OUT_OF_ORDER, field);
        }
        return when(date.isAfter(today), Reason.DATE_IN_FUTURE, field);
    }

    static Optional<Refused> when(boolean wrong, Reason reason, String field) {
        return wrong ? refuse(reason, field) : Optional.empty();
    }

    static Optional<Refused> refuse(Reason reason, String field) {
        return Optional.of(new Refused(reason, field));
    }

    /** Null for an empty field of a form. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : VietnameseText.clean(text);
    }
}
