package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The days of a season by level, frozen when it opened. */
public record Stages(Map<Integer, Dates> levels) {

    /**
     * The last days of one level's work.
     *
     * @param nominateBy units of this level hand in their own nominations by its end
     * @param reviewBy the officer's review
     * @param councilBy council and posting
     * @param decideBy the decision
     * @param honourOn the day of honouring
     */
    public record Dates(
            LocalDate nominateBy, LocalDate reviewBy, LocalDate councilBy, LocalDate decideBy, LocalDate honourOn) {}

    public Optional<Dates> of(int level) {
        return Optional.ofNullable(levels.get(level));
    }
}
