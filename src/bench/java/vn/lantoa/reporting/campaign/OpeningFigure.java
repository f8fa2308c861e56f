package vn.lantoa.reporting.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Replay;
import vn.lantoa.bench.Timing;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** Opening a campaign, against one engine call a unit and against writing all its rows again by batched JDBC. */
public final class OpeningFigure {

    private static final int WARM_UP = 30;

    private final House house;
    private final Findings findings;

    public OpeningFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
    }

    /** Opens the campaign of a tree and every report in it; gives its number. */
    public long open(UnitId root, ReportingPeriod period) {
        var outcome = house.bean(Campaigns.class).open(house.officerOf(root), root, period);
        house.bean(CampaignOpening.class).workThrough();
        return ((CampaignOutcome.Done) outcome).campaign().value();
    }

    /**
     * Opens it measured, half the sample of single calls before it and half after it.
     *
     * @param alone units of another tree, asked one by one as by hand
     * @param before the copy of the database that gets the rows once more
     */
    public long measure(UnitId root, List<UnitId> alone, ReportingPeriod period, String before) {
        single(alone.subList(0, WARM_UP), period);
        var rest = alone.subList(WARM_UP, alone.size());
        var half = rest.size() / 2;
        var single = single(rest.subList(0, half), period);
        var replay = new Replay(house.databases());
        var from = replay.mark();
        var id = new long[1];
        var took = Timing.of(() -> id[0] = open(root, period));
        var to = replay.mark();
        single += single(rest.subList(half, rest.size()), period);
        var opened = house.bean(Campaigns.class)
                .progress(house.officerOf(root), CampaignId.of(id[0]))
                .opened();
        var each = took / opened;
        var one = single / rest.size();
        var campaign = String.format(Locale.ROOT, "%s a unit, %s in all", Timing.words(each), Timing.words(took));
        findings.add(
                String.format(
                        Locale.ROOT,
                        "Opening a campaign of %,d units, how many times faster than one engine call a unit (%,d of them)",
                        opened,
                        rest.size()),
                campaign,
                Timing.words(one) + " a unit",
                one / each,
                Goal.OPENING_AGAINST_SINGLE_CALLS);
        var written = replay.into(before, from, to);
        findings.add(
                String.format(
                        Locale.ROOT,
                        "The same against writing all the %,d rows it left again by batched JDBC",
                        written.rows()),
                campaign,
                Timing.words(written.nanos()),
                took / written.nanos(),
                Goal.OPENING_AGAINST_REPLAY);
        findings.show("Rows a campaign leaves, by table", written.byTable().toString());
        return id[0];
    }

    /** Nanoseconds of one engine call and one transaction for each of these. */
    private double single(List<UnitId> units, ReportingPeriod period) {
        var reports = house.bean(Reports.class);
        var askers = new HashMap<UnitId, Actor>();
        units.forEach(unit -> askers.put(unit, house.askerOf(unit)));
        return Timing.of(() -> units.forEach(unit -> {
            if (!(reports.open(askers.get(unit), unit, period) instanceof ReportOutcome.Done)) {
                throw new IllegalStateException("unit " + unit + " was not opened");
            }
        }));
    }
}
