package vn.lantoa.models.adoption;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.form.StepDesk;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteReviewed;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** One adoption from the invitation to the first review, of a kind with thousands of open adoptions against one with five. */
public final class AdoptionFigure {

    private static final int MANY = 5_000;
    private static final int FEW = 5;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final House house;
    private final Findings findings;
    private final Clock clock;

    public AdoptionFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.clock = house.bean(Clock.class);
    }

    /**
     * Measures, each round with a unit of its own.
     *
     * @param grassroots units below the root, as many as are there up to 5,000 are invited to the one kind
     */
    public void measure(UnitId root, List<UnitId> grassroots, int rounds) {
        var turns = 2 * (rounds + 3);
        var count = Math.min(MANY, grassroots.size() - FEW - turns);
        var many = kind(root, "thousands");
        var few = kind(root, "five");
        invite(root, many, grassroots.subList(0, count));
        invite(root, few, grassroots.subList(count, count + FEW));
        house.jdbc().sql("vacuum analyze").update();
        var units =
                grassroots.subList(grassroots.size() - turns, grassroots.size()).iterator();
        var medians =
                Timing.medians(rounds, () -> adopt(root, few, units.next()), () -> adopt(root, many, units.next()));
        findings.add(
                String.format(Locale.ROOT, "An adoption of a kind with %,d open ones, against one with %d", count, FEW),
                Timing.words(medians[1]),
                Timing.words(medians[0]),
                medians[1] / medians[0],
                Goal.ADOPTION_AMONG_MANY);
        readings(root, many, units);
    }

    /** The same once more, its statements looked at: none reads the adoptions of the kind as a whole. */
    private void readings(UnitId root, KindId kind, Iterator<UnitId> units) {
        var unit = units.next();
        var plans = house.databases().statementsOf(() -> adopt(root, kind, unit)).stream()
                .filter(statement -> statement.contains("model_adoption"))
                .filter(statement -> !statement.strip().toLowerCase(Locale.ROOT).startsWith("insert"))
                .map(house::plan)
                .toList();
        var whole = plans.stream()
                .filter(plan -> plan.contains("Seq Scan on model_adoption ")
                        || plan.contains("model_adoption_open_of_kind")
                        || plan.contains("model_adoption_by_kind"))
                .toList();
        findings.add(
                "Of its statements on adoptions, those that read all of a kind",
                String.valueOf(whole.size()),
                plans.size() + " statements",
                whole.size(),
                Goal.ADOPTION_READS_ITS_OWN);
        findings.show("Plans of an adoption that read all of a kind", String.join("\n\n", whole));
    }

    private void adopt(UnitId root, KindId kind, UnitId unit) {
        var id = invite(root, kind, List.of(unit)).get(0).adoption();
        var officer = house.officerOf(unit);
        var code = house.bean(Units.class).find(unit).orElseThrow().code().toLowerCase(Locale.ROOT);
        complete(officer, id, Words.ANSWER_STEP, "accept", Map.of());
        complete(
                officer,
                id,
                Words.PLAN_STEP,
                "submit",
                Map.of(
                        "purpose",
                        "Giữ gìn an ninh, trật tự",
                        "rules",
                        "Họp mỗi tháng",
                        "siteName",
                        "Tổ tự quản " + code,
                        "place",
                        "Khu phố 3",
                        "groups",
                        1,
                        "members",
                        12,
                        "plannedOn",
                        today().toString()));
        complete(house.actor("lanhdao." + code), id, Words.APPROVE_STEP, "approve", Map.of());
        complete(
                officer,
                id,
                Words.SET_UP_STEP,
                "founded",
                Map.of(
                        "siteName",
                        "Tổ tự quản " + code,
                        "place",
                        "Khu phố 3",
                        "groups",
                        1,
                        "members",
                        12,
                        "foundedOn",
                        today().toString(),
                        "foundingNumber",
                        "1/QĐ"));
        var site = house.bean(AdoptionRows.class).find(id).orElseThrow().site();
        house.transaction()
                .executeWithoutResult(status -> house.bean(AdoptionNews.class).on(new SiteReviewed(site, true)));
        if (house.bean(AdoptionRows.class).find(id).orElseThrow().state() != AdoptionState.ADOPTED) {
            throw new IllegalStateException("adoption " + id + " was not adopted");
        }
    }

    private void complete(Actor actor, AdoptionId id, String step, String outcome, Map<String, Object> answers) {
        var done = house.bean(StepDesk.class).complete(actor, id.dossier(), step, outcome, answers, VIETNAMESE);
        if (!(done instanceof StepDesk.Outcome.Done)) {
            throw new IllegalStateException(step + " of " + id + ": " + done);
        }
    }

    private List<Invitations.Line> invite(UnitId root, KindId kind, List<UnitId> units) {
        List<Invitations.Line> last = List.of();
        for (var from = 0; from < units.size(); from += Invitations.MOST) {
            var named = units.subList(from, Math.min(units.size(), from + Invitations.MOST)).stream()
                    .map(UnitId::toString)
                    .toList();
            last = ((Invitations.Outcome.Done) house.bean(Invitations.class)
                            .invite(house.officerOf(root), new Invitations.Wanted(root, kind, null, named, null)))
                    .lines();
        }
        return last;
    }

    private KindId kind(UnitId root, String code) {
        var key = new GeneratedKeyHolder();
        house.jdbc()
                .sql("insert into model_kind (code, name, folded, state, keeper_id, entered_by, entered_at)"
                        + " values (?, ?, ?, 'OFFERED', ?, ?, ?)")
                .params("bench-" + code, "Kind with " + code, "kind with " + code, root.value())
                .params(house.officerOf(root).id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return KindId.of(key.getKeyAs(Number.class).longValue());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
