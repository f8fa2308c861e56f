package vn.lantoa.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.models.adoption.AdoptionFigure;
import vn.lantoa.models.catalogue.CatalogueFigure;
import vn.lantoa.organization.TreeGenerator.Grown;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.SizeFigure;
import vn.lantoa.reporting.campaign.BranchFigure;
import vn.lantoa.reporting.campaign.OpeningFigure;
import vn.lantoa.reporting.campaign.WaveFigure;
import vn.lantoa.reporting.consolidation.ConsolidationFigure;
import vn.lantoa.tasklist.CompletionFigure;
import vn.lantoa.tasklist.DesksFigure;
import vn.lantoa.tasklist.TaskPageFigure;

/**
 * All figures in one run. Three states of one installation stand side by side as databases: {@code small} with the small tree's open tasks,
 * {@code middle} with the large tree's too, and {@code large} with clones up to the number asked for. Ends with 1 when a goal is missed.
 */
public final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final ReportingPeriod PERIOD = ReportingPeriod.firstHalfOf(2027);
    private static final LocalDate OPENING = LocalDate.of(2027, 5, 20);
    private static final int EMPTY_COMMUNES = 10;

    private final Parameters parameters;
    private final House house;
    private final Databases databases;
    private final Findings findings = new Findings();
    private final BenchmarksPage page;

    private Bench(Parameters parameters, House house) {
        this.parameters = parameters;
        this.house = house;
        this.databases = house.databases();
        this.page = new BenchmarksPage(parameters, findings, history(house));
    }

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
        try (var databases = new Databases("large");
                var house = new House(databases)) {
            var bench = new Bench(Parameters.read(), house);
            bench.run();
            System.exit(bench.findings.allMet() ? 0 : 1);
        } catch (Exception broken) {
            LOG.error("The run broke off", broken);
            System.exit(2);
        }
    }

    private void run() throws Exception {
        house.itIs(OPENING);
        step("trees grow");
        var small = house.grow(1, parameters.small(), "S");
        var alone = house.grow(3, Math.max(100, 2 * parameters.sample()), "A");
        var large = house.grow(2, parameters.units(), "B");
        leaveDesksEmpty(small);
        house.jdbc().sql("vacuum analyze").update();
        if (parameters.only().equals("models")) {
            models(small, large);
            return;
        }
        if (parameters.only().equals("size")) {
            size(small);
            return;
        }
        step("the small tree's campaign opens");
        var opening = new OpeningFigure(house, findings);
        opening.open(small.root(), PERIOD);
        house.jdbc().sql("vacuum analyze").update();
        databases.copy("large", "small");
        databases.copy("large", "again");
        step("the large tree's campaign opens");
        var campaign =
                opening.measure(large.root(), alone.grassroots().subList(0, parameters.sample()), PERIOD, "again");
        databases.drop("again");
        page.write();
        house.jdbc().sql("vacuum analyze").update();
        databases.copy("large", "middle");
        step("branches and waves");
        new BranchFigure(house, findings)
                .measure(
                        campaign,
                        large.root(),
                        large.provinces().get(0),
                        large.communes().get(0));
        new WaveFigure(house, findings).measure(campaign, parameters.rounds());
        page.write();
        house.itIs(OPENING.plusDays(1));
        step("reports are added up");
        new ConsolidationFigure(house, findings)
                .measure(large.root(), parameters.reports(), parameters.indicators(), parameters.rounds());
        page.write();
        models(small, large);
        step("tasks are cloned");
        new Clones(house).upTo(parameters.tasks());
        tasks(small);
        page.write();
        step("the other engines");
        databases.use("large");
        new Peers(databases, findings).measure(parameters.peers());
        page.write();
    }

    private void size(Grown small) throws java.io.IOException {
        step("what a report leaves");
        var size = new SizeFigure(house, findings);
        var empty = size.now();
        new OpeningFigure(house, findings).open(small.root(), PERIOD);
        var opened = house.jdbc()
                .sql("select count(*) from report")
                .query(Long.class)
                .single();
        // The first communes have no officer.
        var grassroots = small.grassroots();
        size.measure(
                grassroots.subList(grassroots.size() - parameters.completions(), grassroots.size()), opened, empty);
        page.write();
    }

    private void models(Grown small, Grown large) throws java.io.IOException {
        step("models spread");
        new AdoptionFigure(house, findings).measure(small.root(), small.grassroots(), parameters.rounds());
        page.write();
        step("the catalogue of models");
        new CatalogueFigure(house, findings)
                .measure(
                        house.officerOf(large.communes().get(0)),
                        large.grassroots(),
                        large.provinces().get(0),
                        parameters.sites(),
                        parameters.reviews());
        page.write();
    }

    /** The three databases that stand beside each other. */
    private void tasks(Grown small) throws java.io.IOException {
        step("task pages");
        var sizes = List.of("small", "middle", "large");
        databases.use("small");
        var name = "canbo.s-p0";
        var officer = house.actor(name);
        var pages = new TaskPageFigure(house, findings);
        var medians = pages.page(officer, "small", "large", sizes);
        pages.search(officer, "large", "cong", "a common word", 101);
        pages.search(officer, "large", "xuan", "a rarer word", 101);
        pages.search(officer, "large", "qqq", "no word at all", 101);
        DesksFigure.measure(house, findings);
        heavyDesk(small);
        var heavy = house.officerOf(small.root());
        pages.search(heavy, "large", "cong", "a heavy desk, a common word", 15);
        pages.search(heavy, "large", "qqq", "a heavy desk, no word at all", 15);
        page.write();
        var rendered = new RenderedPage(house, findings);
        rendered.measure(name, "small", parameters.pages());
        rendered.measure(name, "large", parameters.pages());
        page.write();
        step("completions");
        var completions = new CompletionFigure(house, findings).measure(sizes, "S", parameters.completions());
        for (var i = 0; i < sizes.size(); i++) {
            databases.use(sizes.get(i));
            findings.peer(
                    "Lan Tỏa",
                    house.jdbc()
                            .sql("select count(*) from task")
                            .query(Integer.class)
                            .single(),
                    i == 1 ? "see above" : "–",
                    Timing.words(medians[i]),
                    Timing.words(completions[i]));
        }
    }

    /** Grassroots and communes of one province without an officer: their tasks lie on the province's desk. */
    private void leaveDesksEmpty(Grown small) {
        house.jdbc()
                .sql(
                        """
                        update post_holding set to_date = date '2026-12-31' where post = 'canbo' and unit_id in (
                            select c.descendant_id from unit_closure c join (select id from unit where parent_id = ? order by id limit ?) x
                            on x.id = c.ancestor_id)""")
                .params(small.provinces().get(0).value(), EMPTY_COMMUNES)
                .update();
    }

    /** A tenth of the clones come to lie on one desk, which no person should have: the worst the search can meet. */
    private void heavyDesk(Grown small) {
        databases.use("large");
        house.jdbc()
                .sql(
                        "update task set desk_unit_id = ? where post = 'canbo' and id like '%:1' and desk_unit_id > 1000000000")
                .param(small.root().value())
                .update();
        house.jdbc().sql("vacuum analyze task").update();
    }

    private static String history(House house) {
        var level = house.jdbc()
                .sql("select value_ from act_ge_property where name_ = 'historyLevel'")
                .query(String.class)
                .single();
        return switch (level) {
            case "0" -> "none";
            case "1" -> "activity";
            case "2" -> "audit";
            default -> "full";
        };
    }

    private static void step(String name) {
        LOG.info("---- {}", name);
    }
}
