package vn.lantoa.commendation.slate;

import java.time.LocalDate;
import java.util.List;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.Season;
import vn.lantoa.organization.Unit;

/**
 * "Danh sách đề nghị" of a level: all that waits for its officer's review, side by side.
 *
 * @param season null while the unit takes part in none
 * @param marks whether this person marks and closes it
 */
public record Slate(Unit unit, Season season, List<Line> lines, Counters counters, boolean marks) {

    /**
     * One nomination.
     *
     * @param name null once erased
     * @param unit where the nominee belongs, {@code post} may be null
     * @param preferred a woman, or a collective of at least 70 % women: preferred where places are few
     * @param findings what the rules say of it, in words, the hardest first
     */
    public record Line(
            NominationId id,
            String number,
            String name,
            boolean collective,
            String post,
            String unit,
            String titleCode,
            String title,
            LocalDate from,
            LocalDate to,
            String achievement,
            boolean directWorker,
            boolean preferred,
            Review.Mark mark,
            List<String> findings) {}

    /**
     * What the marks add up to.
     *
     * @param individuals persons marked to be proposed, {@code direct} of them direct workers, {@code women} of them women
     */
    public record Counters(
            int lines,
            int proposed,
            int reserve,
            int notThisTime,
            int individuals,
            int direct,
            int women,
            List<Quota> quotas) {

        /** Share of direct workers in whole percent, 0 when nobody is marked. */
        public int directPercent() {
            return percent(direct);
        }

        /** Share of women in whole percent. */
        public int womenPercent() {
            return percent(women);
        }

        /** How many carry no mark yet. */
        public int unmarked() {
            return lines - proposed - reserve - notThisTime;
        }

        private int percent(int part) {
            return individuals == 0 ? 0 : Math.round(part * 100f / individuals);
        }
    }

    /**
     * The places of one title.
     *
     * @param places null when there is no quota
     * @param ownBasis by which this unit has another number than its level, null when it has the level's
     * @param taken gone forward already this season
     * @param marked marked on this list
     */
    public record Quota(String title, Integer places, String ownBasis, int taken, int marked) {

        /** Whether closing would take more places than there are. */
        public boolean over() {
            return places != null && taken + marked > places;
        }
    }
}
