package vn.lantoa.diagrams;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.diagrams.AdjustablePoint.Why;

/** Whether a value typed for a point can be kept, said at once; what the whole process then means is asked by its check. */
final class PointValues {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 400;
    private static final int MOST_DAYS = 400;
    private static final int LONGEST_KEEPING = 36_500;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern DURATION =
            Pattern.compile("P(?=[0-9T])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?"
                    + "(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}S)?)?");

    private PointValues() {}

    /** What speaks against the value; empty when nothing. */
    static Optional<Why> wrong(AdjustablePoint point, String value) {
        return Optional.ofNullable(
                switch (point.what()) {
                    case NAME, OUTCOME, LABEL -> words(value, LONGEST_NAME);
                    case TEXT -> value.matches("(?s).*[\"\\\\\\p{Cntrl}].*") ? Why.QUOTES : words(value, LONGEST_TEXT);
                    case POST, FOUR_EYES, ON, REQUIRED -> point.choices().contains(value) ? null : Why.NOT_A_CHOICE;
                    case WORKING_DAYS -> value.isEmpty() || within(value, 1, MOST_DAYS) ? null : Why.NOT_DAYS;
                    case TIME_TO_LIVE -> within(value, 1, LONGEST_KEEPING) ? null : Why.NOT_DAYS;
                    case DURATION -> DURATION.matcher(value).matches() ? null : Why.NOT_A_DURATION;
                    case NUMBER, LEAST, MOST -> NUMBER.matcher(value).matches() ? null : Why.NOT_A_NUMBER;
                    case SHORTEST, LONGEST -> within(value, 0, 1_000_000) ? null : Why.NOT_A_NUMBER;
                });
    }

    private static Why words(String value, int most) {
        if (value.isBlank()) {
            return Why.EMPTY;
        }
        if (value.length() > most) {
            return Why.TOO_LONG;
        }
        return value.contains("${") || value.contains("#{") ? Why.EXPRESSION : null;
    }

    private static boolean within(String value, int least, int most) {
        return WHOLE.matcher(value).matches() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
