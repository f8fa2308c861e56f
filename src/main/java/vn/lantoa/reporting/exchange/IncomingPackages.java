package vn.lantoa.reporting.exchange;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.AcceptedReport;
import vn.lantoa.reporting.AcceptedReports;
import vn.lantoa.reporting.ArrivingReports;
import vn.lantoa.reporting.ReportingPeriod;

/** Accepted reports of another installation come in from a signed package, after somebody looked at what would happen. */
@Component
public class IncomingPackages {

    private final AcceptedReports reports;
    private final ArrivingReports arriving;
    private final PackageFile files;
    private final PackageRows rows;
    private final Units units;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    IncomingPackages(
            AcceptedReports reports,
            ArrivingReports arriving,
            PackageFile files,
            PackageRows rows,
            Units units,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.arriving = arriving;
        this.files = files;
        this.rows = rows;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** One report of a package, and what stands here where it would come in. */
    public record Line(String code, String name, Fate fate) {}

    /** What becomes of a report; words: message {@code exchange.fate.<NAME>}. */
    public enum Fate {
        COMES_IN,
        HERE_ALREADY,
        DIFFERS,
        NO_SUCH_UNIT
    }

    /** @param unit null where the branch has none of its code */
    private record Placed(AcceptedReport report, Unit unit, Fate fate) {}

    /**
     * What taking it in would do.
     *
     * @param trust how its key stands: known, never seen, or another than the one known
     * @param unknown codes of figures that are not asked here and would be left out
     */
    public record Preview(ReportPackage file, Unit unit, Trust trust, List<Line> lines, List<String> unknown) {

        /** How many lines have which fate, every fate named. */
        public Map<Fate, Long> sums() {
            var sums = new EnumMap<Fate, Long>(Fate.class);
            for (var fate : Fate.values()) {
                sums.put(
                        fate, lines.stream().filter(line -> line.fate() == fate).count());
            }
            return sums;
        }

        /** How many reports would come in. */
        public long comingIn() {
            return sums().get(Fate.COMES_IN);
        }
    }

    /** Words: message {@code exchange.trust.<NAME>}. */
    public enum Trust {
        KNOWN,
        NEW,
        CHANGED
    }

    /**
     * Keeps a package that came in, to be looked at before anything is written. The same one again is the same one.
     *
     * @throws PackageRefused when it is none, was altered, or speaks of a unit that is not the actor's direct subordinate
     */
    @Transactional
    public long receive(Actor actor, byte[] file) {
        access.require(actor, Right.OPEN_REPORT);
        var signed = files.open(file);
        var content = files.read(signed.bytes());
        var unit = units.findByCode(content.branch())
                .filter(found -> access.may(actor, Right.OPEN_REPORT, found.id()))
                .orElseThrow(() -> new PackageRefused("exchange.refused.unit", content.branchName(), content.branch()));
        ReportingPeriod.parse(content.period()).orElseThrow(() -> new PackageRefused("exchange.refused.no-package"));
        var digest = ReportPackage.sha256(signed.bytes());
        return rows.find(unit.id(), digest)
                .map(ReportPackage::id)
                .orElseGet(() -> rows.insert(
                        unit.id(),
                        content.period(),
                        digest,
                        signed.publicKey(),
                        signed.bytes(),
                        content.reports().size(),
                        actor.id(),
                        clock.instant()));
    }

    /**
     * What taking it in would do now; without lines once it was taken in.
     *
     * @throws NotVisible when there is none, or it is none of the actor's
     */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, long id) {
        var file = find(actor, id);
        var unit = units.find(file.unit()).orElseThrow();
        var incoming = file.takenAt() == null ? files.read(rows.content(id)).reports() : List.<AcceptedReport>of();
        return new Preview(
                file,
                unit,
                trust(file),
                placed(unit, incoming).stream()
                        .map(one -> new Line(one.report().unit(), one.report().unitName(), one.fate()))
                        .toList(),
                arriving.unknown(incoming));
    }

    /**
     * Writes what comes in, in one transaction; what stands here already is left as it is.
     *
     * @param compared whether the person compared the fingerprint of a key that is not known yet
     * @return how many reports came in
     * @throws PackageRefused when it was taken in before, or its key is not known and nobody compared it
     */
    @Transactional
    public int take(Actor actor, long id, boolean compared) {
        var file = find(actor, id);
        if (trust(file) != Trust.KNOWN) {
            if (!compared) {
                throw new PackageRefused("exchange.refused.key", file.fingerprint());
            }
            rows.trust(file.unit(), file.publicKey(), actor.id(), clock.instant());
        }
        var content = file.takenAt() == null ? rows.content(id) : null;
        if (content == null || !rows.take(id, actor.id(), clock.instant())) {
            throw new PackageRefused("exchange.refused.taken");
        }
        var unit = units.find(file.unit()).orElseThrow();
        var came = new HashSet<UnitId>();
        for (var one : placed(unit, files.read(content).reports())) {
            if (one.fate() == Fate.COMES_IN && came.add(one.unit().id())) {
                admit(actor, id, one);
            }
        }
        audit.record(
                "report.package-taken",
                actor,
                "unit:" + file.unit(),
                file.unit(),
                Map.of(
                        "period",
                        file.period(),
                        "reports",
                        came.size(),
                        "digest",
                        file.digest(),
                        "key",
                        file.fingerprint()),
                Map.of());
        return came.size();
    }

    private void admit(Actor actor, long id, Placed one) {
        try {
            rows.came(id, reports.admit(actor, one.unit(), one.report()));
        } catch (DuplicateKeyException meanwhile) {
            throw new PackageRefused("exchange.refused.meanwhile", one.report().unitName());
        }
    }

    private ReportPackage find(Actor actor, long id) {
        return rows.find(id)
                .filter(file -> access.may(actor, Right.OPEN_REPORT, file.unit()))
                .orElseThrow(() -> new NotVisible("package " + id));
    }

    private Trust trust(ReportPackage file) {
        return rows.trusted(file.unit())
                .map(key -> key.equals(file.publicKey()) ? Trust.KNOWN : Trust.CHANGED)
                .orElse(Trust.NEW);
    }

    /** Each report at the unit of the branch that has its code; looked up for all of them together. */
    private List<Placed> placed(Unit branch, List<AcceptedReport> incoming) {
        var byCode = units.branchByCode(branch.id());
        var byUnit = incoming.stream()
                .filter(report -> byCode.containsKey(report.unit()))
                .collect(Collectors.toMap(
                        report -> byCode.get(report.unit()).id(), Function.identity(), (first, second) -> first));
        var standings = arriving.standings(branch.id(), byUnit);
        return incoming.stream()
                .map(report -> {
                    var unit = byCode.get(report.unit());
                    return new Placed(report, unit, unit == null ? Fate.NO_SUCH_UNIT : fate(standings.get(unit.id())));
                })
                .toList();
    }

    private static Fate fate(ArrivingReports.Standing standing) {
        return switch (standing) {
            case FREE -> Fate.COMES_IN;
            case SAME -> Fate.HERE_ALREADY;
            case OTHER -> Fate.DIFFERS;
        };
    }
}
