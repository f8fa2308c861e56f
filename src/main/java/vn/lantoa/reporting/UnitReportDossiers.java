package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Reports as dossiers: what the task list and the dossier page show of them. */
@Component
class UnitReportDossiers implements Dossier.Type {

    private final ReportRows rows;
    private final ReportRules rules;
    private final Deadlines deadlines;
    private final ReportWords words;
    private final ReportReading reading;
    private final ReportNumbers numbers;
    private final SubordinateTexts subordinates;
    private final Units units;
    private final UnitSuccessions successions;
    private final Posts posts;
    private final Access access;
    private final Clock clock;

    UnitReportDossiers(
            ReportRows rows,
            ReportRules rules,
            Deadlines deadlines,
            ReportWords words,
            ReportReading reading,
            ReportNumbers numbers,
            SubordinateTexts subordinates,
            Units units,
            UnitSuccessions successions,
            Posts posts,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.deadlines = deadlines;
        this.words = words;
        this.reading = reading;
        this.numbers = numbers;
        this.subordinates = subordinates;
        this.units = units;
        this.successions = successions;
        this.posts = posts;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String type() {
        return UnitReport.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(ReportId.of(id)).map(this::dossier) : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(ReportId.of(dossier.key()));
    }

    @Override
    public Map<String, Dossier> findAll(Collection<String> ids) {
        var reports = rows.findAll(ids.stream().map(ReportId::of).toList());
        var known = units.findAll(reports.stream().map(Report::unit).toList());
        return reports.stream().collect(Collectors.toMap(report -> report.id().toString(), report -> {
            var unit = known.get(report.unit());
            var answering = unit.validTo() == null ? unit.id() : successions.answering(unit.id());
            return dossier(report, unit.name(), answering);
        }));
    }

    @Override
    public Map<String, LocalDate> dues(Collection<Dossier> dossiers, String step) {
        if (step.equals(UnitReport.ACCEPT)) {
            return Dossier.Type.super.dues(dossiers, step);
        }
        var reports = rows.findAll(
                dossiers.stream().map(one -> ReportId.of(one.key())).toList());
        return deadlines.workingDatesOf(reports).entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_REPORT, dossier.unit());
    }

    /** The superior is today's: who accepts follows the tree of today, as rights do; sums follow the frozen one. */
    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        if (!role.equals(UnitReport.SUPERIOR)) {
            return dossier.unit();
        }
        return units.superiorOf(dossier.unit())
                .or(() -> Optional.ofNullable(report(dossier).parent()))
                .orElse(dossier.unit());
    }

    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        var report = report(dossier);
        if (!step.equals(UnitReport.ACCEPT)) {
            return Optional.of(deadlines.workingDateOf(report));
        }
        return Optional.ofNullable(report.lastSentAt())
                .map(at -> deadlines.acceptanceDue(at.atZone(VietnamTime.ZONE).toLocalDate()));
    }

    /** One person holds both posts alone, and the dated rule of the unit's level allows it. */
    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        var role = step.equals(UnitReport.APPROVE_ENTRY) ? UnitReport.SUPERIOR : "own";
        var unit = units.find(unitFor(dossier, role)).orElseThrow();
        var holders = new HashSet<PersonId>();
        posts.holdersOf(Post.OFFICER, unit.id()).forEach(holder -> holders.add(holder.id()));
        posts.holdersOf(Post.LEADER, unit.id()).forEach(holder -> holders.add(holder.id()));
        return holders.size() == 1 && rules.singleHolderAllowed(unit.level(), LocalDate.now(clock));
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var report = report(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("report.fact.state", words.state(report.state(), locale)));
        facts.add(new Dossier.Fact(
                "report.fact.span",
                words.of("report.span", locale, ReportWords.day(report.from()), ReportWords.day(report.to()))));
        facts.add(
                new Dossier.Fact("report.fact.due", ReportWords.day(report.due().lastDay())));
        deadlines
                .cutOffOf(report)
                .ifPresent(own -> facts.add(new Dossier.Fact(
                        "report.fact.cut-off",
                        words.of(
                                "report.cut-off",
                                locale,
                                ReportWords.day(own.lastDay()),
                                units.find(own.setBy()).map(unit -> unit.name()).orElse("")))));
        if (report.extendedUntil() != null) {
            facts.add(new Dossier.Fact("report.fact.extended", ReportWords.day(report.extendedUntil())));
        }
        if (report.returnedUntil() != null) {
            facts.add(new Dossier.Fact("report.fact.supplement-due", ReportWords.day(report.returnedUntil())));
        }
        report.sent().ifPresent(at -> facts.add(new Dossier.Fact("report.fact.first-sent", ReportWords.moment(at))));
        numbers.lastNumbered(report)
                .ifPresent(document -> facts.add(new Dossier.Fact(
                        "report.fact.number",
                        words.of("report.number", locale, document.inWords(), ReportWords.day(document.dated())))));
        facts.add(new Dossier.Fact("report.fact.timeliness", words.timeliness(report, locale)));
        if (report.revision() > 0) {
            facts.add(new Dossier.Fact("report.fact.revision", Integer.toString(report.revision())));
        }
        if (report.enteredBySuperior()) {
            facts.add(new Dossier.Fact("report.fact.entered", words.of("report.entered-by-superior", locale)));
        }
        return facts;
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        var report = report(dossier);
        var acts = new ArrayList<Dossier.Act>();
        for (var act : ReportAct.values()) {
            if (act.possible(report) && access.may(actor, act.right(), dossier.unit())) {
                acts.add(new Dossier.Act(
                        "report.act." + act.path(), "/reports/" + report.id() + "/" + act.path(), act.asks()));
            }
        }
        return acts;
    }

    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var report = report(dossier);
        var links = new ArrayList<Dossier.Link>();
        if (rows.anyBelow(report)) {
            links.add(new Dossier.Link("report.link.consolidation", "/reports/" + report.id() + "/consolidation"));
        }
        if (!subordinates.counts(report).isEmpty()) {
            links.add(new Dossier.Link("report.link.texts", "/reports/" + report.id() + "/texts"));
        }
        if (actor.holds(Post.OFFICER, report.unit()) && ReportAct.ENTER.possible(report)) {
            links.add(new Dossier.Link("report.link.sheet", "/reports/" + report.id() + "/sheet"));
        }
        if (report.revision() > 0) {
            links.add(new Dossier.Link("report.letter.docx", "/reports/" + report.id() + "/letter.docx"));
            links.add(new Dossier.Link("report.letter.pdf", "/reports/" + report.id() + "/letter.pdf"));
        }
        numbers.lastNumbered(report)
                .filter(document -> document.signedFile() != null)
                .ifPresent(document -> links.add(new Dossier.Link(
                        document.digitallySigned() ? "report.letter.signed-digitally" : "report.letter.signed",
                        "/documents/" + document.id() + "/signed.pdf")));
        return links;
    }

    @Override
    public Optional<Dossier.Reading> reading(Dossier dossier, Actor actor) {
        return reading.of(report(dossier), actor);
    }

    @Override
    public boolean hasLeft(Dossier dossier) {
        return report(dossier).sent().isPresent();
    }

    /** The dossier of a merged unit's report is the successor's; its name stays. */
    private Dossier dossier(Report report) {
        var unit = units.find(report.unit()).map(found -> found.name()).orElse("");
        return dossier(report, unit, successions.answering(report.unit()));
    }

    private static Dossier dossier(Report report, String unit, UnitId answering) {
        return new Dossier(
                report.id().dossier(),
                "Báo cáo " + report.period().title() + " – " + unit,
                answering,
                report.state().name());
    }

    private Report report(Dossier dossier) {
        return rows.find(ReportId.of(dossier.key())).orElseThrow();
    }
}
