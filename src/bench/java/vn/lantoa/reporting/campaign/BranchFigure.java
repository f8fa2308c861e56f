package vn.lantoa.reporting.campaign;

import java.util.List;
import java.util.Locale;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.organization.UnitId;

/** A branch of the campaign page: how many statements read it, and whether each goes by an index. */
public final class BranchFigure {

    private static final int ROUNDS = 9;

    private final House house;
    private final Findings findings;

    public BranchFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
    }

    /** The branches of a commune, a province and the root. */
    public void measure(long number, UnitId root, UnitId province, UnitId commune) {
        branch("a commune", number, commune, Goal.BRANCH_IS_ONE_INDEXED_READ);
        branch("a province", number, province, Goal.BRANCH_IS_ONE_INDEXED_READ);
        branch("the root, which is the whole campaign", number, root, Goal.NONE);
    }

    private void branch(String name, long number, UnitId unit, Goal goal) {
        var campaign = CampaignId.of(number);
        var rates = house.bean(CampaignRates.class);
        var officer = house.officerOf(unit);
        var reads = house.databases().statementsOf(() -> rates.of(officer, campaign, unit)).stream()
                .filter(statement -> statement.contains("campaign_branch") || statement.contains("campaign_unit"))
                .toList();
        var plans = reads.stream().map(house::plan).toList();
        var sequential = plans.stream().filter(BranchFigure::readsAll).count();
        var median = Timing.medians(ROUNDS, () -> rates.of(officer, campaign, unit))[0];
        var units = house.jdbc()
                .sql("select count(*) from campaign_branch where campaign_id = ? and ancestor_id = ?")
                .params(number, unit.value())
                .query(Integer.class)
                .single();
        findings.add(
                String.format(Locale.ROOT, "A branch of the campaign page: %s (%,d units)", name, units),
                Timing.words(median),
                reads.size() + " read(s) of the campaign, " + sequential + " of a whole table",
                reads.size() + 100d * sequential,
                goal);
        findings.show("Plan of a branch: " + name, String.join("\n\n", plans));
    }

    private static boolean readsAll(String plan) {
        return List.of("campaign_branch", "campaign_unit", "report", "unit").stream()
                .anyMatch(table -> plan.contains("Seq Scan on " + table + " "));
    }
}
