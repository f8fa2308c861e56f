package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.reporting.campaign.WaveRules.Wave;

/** Which waves are due on a day for the dates that outstanding units have; pure, so that a whole season can be tried in one test. */
class WavePlan {

    /**
     * The dates of some outstanding units.
     *
     * @param working by when they should send: their branch's own cut-off, or the judged day
     * @param judged the day that decides about lateness
     * @param rolls whether a day off moves that to the next working day
     * @param superior the superior's own date, null when the superior is not asked; one that an extension has passed reminds of nothing
     */
    record Dates(LocalDate working, LocalDate judged, boolean rolls, LocalDate superior) {}

    /** A wave: what it is, the date it is about, and when it goes out. */
    record Planned(Wave wave, LocalDate about, LocalDate on) {}

    private final WorkingDays workingDays;
    private final Map<Wave, Integer> offsets;

    WavePlan(WorkingDays workingDays, Map<Wave, Integer> offsets) {
        this.workingDays = workingDays;
        this.offsets = offsets;
    }

    /** Everything that is planned for these dates. */
    Set<Planned> of(Collection<Dates> dates) {
        var planned = new LinkedHashSet<Planned>();
        for (var one : dates) {
            WaveRules.offset(offsets, Wave.FAR)
                    .ifPresent(days ->
                            planned.add(new Planned(Wave.FAR, one.working(), workingDays.minus(one.working(), days))));
            WaveRules.offset(offsets, Wave.NEAR)
                    .ifPresent(days ->
                            planned.add(new Planned(Wave.NEAR, one.working(), workingDays.minus(one.working(), days))));
            afterOf(one).ifPresent(on -> planned.add(new Planned(Wave.AFTER, one.judged(), on)));
            if (one.superior() != null && one.superior().isAfter(one.judged())) {
                WaveRules.offset(offsets, Wave.SUPERIOR)
                        .ifPresent(days -> planned.add(
                                new Planned(Wave.SUPERIOR, one.superior(), workingDays.minus(one.superior(), days))));
            }
        }
        return planned;
    }

    /** Whether a planned day is too close to the opening: nobody is reminded of what has just come. */
    boolean dropped(Planned wave, LocalDate opening) {
        return wave.on().isBefore(workingDays.plus(opening, offsets.getOrDefault(Wave.GRACE, 0)));
    }

    /** The judged dates whose officers have had their own reminder after it by this day: from now on others may hear of it. */
    List<LocalDate> toldLate(Collection<Dates> dates, LocalDate today) {
        var late = new ArrayList<LocalDate>();
        for (var one : dates) {
            if (afterOf(one).filter(on -> !on.isAfter(today)).isPresent()) {
                late.add(one.judged());
            }
        }
        return late;
    }

    private java.util.Optional<LocalDate> afterOf(Dates one) {
        var last = one.rolls() ? workingDays.firstOnOrAfter(one.judged()) : one.judged();
        return WaveRules.offset(offsets, Wave.AFTER).map(days -> workingDays.plus(last, days));
    }
}
