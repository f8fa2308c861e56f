package vn.lantoa.reporting.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.audit.InstallationSignature;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.AcceptedReports;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.ReportingPeriod;

/** Accepted reports of a branch leave as one signed package; which packages there are. */
@Component
public class ReportPackages {

    private static final int SHOWN = 20;

    private final AcceptedReports reports;
    private final ReportList list;
    private final PackageFile files;
    private final PackageRows rows;
    private final InstallationSignature signature;
    private final Units units;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    ReportPackages(
            AcceptedReports reports,
            ReportList list,
            PackageFile files,
            PackageRows rows,
            InstallationSignature signature,
            Units units,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.list = list;
        this.files = files;
        this.rows = rows;
        this.signature = signature;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The signed package of a branch for a period.
     *
     * @throws NotVisible when the actor neither opens this unit's reports nor is an officer of this root
     * @throws PackageRefused when nothing was accepted yet
     */
    @Transactional
    public byte[] export(Actor actor, UnitId branch, ReportingPeriod period) {
        access.require(actor, Right.OPEN_REPORT, Right.OPEN_REPORT, branch);
        var unit = units.find(branch).orElseThrow(() -> new NotVisible("unit " + branch));
        var accepted = reports.of(branch, period);
        if (accepted.isEmpty()) {
            throw new PackageRefused("exchange.refused.empty", unit.name(), period.title());
        }
        var file = files.write(new PackageContent(
                PackageContent.FORMAT, unit.code(), unit.name(), period.key(), clock.instant(), accepted));
        audit.record(
                "report.package-made",
                actor,
                "unit:" + branch,
                branch,
                Map.of("period", period.key(), "reports", accepted.size()),
                Map.of());
        return file;
    }

    /** The fingerprint of this installation's key, to be told to the one that takes its packages in. */
    public String fingerprint() {
        return ReportPackage.fingerprint(signature.publicKey());
    }

    /** The branches this person may make a package of: those for which the person opens reports. */
    public List<Unit> exportable(Actor actor) {
        return list.openable(actor);
    }

    /** The periods a package may be about: of this year and the two before. */
    public List<ReportingPeriod> periods() {
        var year = LocalDate.now(clock).getYear();
        return IntStream.of(year, year - 1, year - 2)
                .boxed()
                .flatMap(one -> Stream.of(ReportingPeriod.yearOf(one), ReportingPeriod.firstHalfOf(one)))
                .toList();
    }

    /** The last packages of the units whose reports this person opens. */
    public List<ReportPackage> last(Actor actor) {
        access.require(actor, Right.OPEN_REPORT);
        return rows.last(exportable(actor).stream().map(Unit::id).toList(), SHOWN);
    }
}
