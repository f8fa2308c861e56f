package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** "Nhập danh sách trích ngang": many nominations begun from one list, after it was looked at. */
@Component
public class NomineeLists {

    /** So many rows are read from one list; a longer one is brought in parts. */
    public static final int MOST_ROWS = 300;

    /**
     * One row as it was understood.
     *
     * @param line as the sheet counts, from 1
     * @param title code of the award title, null when the row names none
     */
    public record Row(
            int line,
            boolean collective,
            String name,
            Sex sex,
            Integer birthYear,
            String post,
            boolean directWorker,
            Integer headcount,
            Integer women,
            String title,
            LocalDate from,
            LocalDate to,
            String achievement) {}

    /** What is wrong with a row, or was not understood: message key and arguments. */
    public record Trouble(int line, String message, List<Object> args) {}

    /** What becomes of a row: begun, there already, or refused by a message. */
    public record Result(int line, String message, List<Object> args, boolean done) {}

    private final Nominations nominations;
    private final AwardTitles titles;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    NomineeLists(
            Nominations nominations, AwardTitles titles, Units units, Access access, JdbcClient jdbc, Clock clock) {
        this.nominations = nominations;
        this.titles = titles;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The unit whose list it is.
     *
     * @throws NotVisible or vn.lantoa.organization.NotAllowed when the actor proposes nothing there
     */
    public Unit require(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, unit);
        return units.find(unit).orElseThrow(() -> new NotVisible("unit " + unit));
    }

    /** The titles a list of this unit may name. */
    public List<AwardTitle> titles(Unit unit) {
        return titles.proposableBy(unit, LocalDate.now(clock));
    }

    /**
     * What speaks against a row, as far as a draft can tell; empty when it can be begun.
     *
     * @param titles those of the unit
     */
    public List<Trouble> check(Unit unit, List<AwardTitle> titles, Row row) {
        var troubles = new ArrayList<Trouble>();
        var today = LocalDate.now(clock);
        if (row.name() == null) {
            troubles.add(trouble(row, "nomination.refused.name"));
        }
        var title =
                titles.stream().filter(one -> one.code().equals(row.title())).findFirst();
        if (title.isEmpty()) {
            troubles.add(trouble(row, "nomination.refused.title", unit.name()));
        } else if (row.collective() ? !title.get().collectives() : !title.get().individuals()) {
            troubles.add(trouble(
                    row, row.collective() ? "nomination.refused.no-collectives" : "nomination.refused.no-individuals"));
        }
        if (row.to() != null && row.to().isAfter(today)) {
            troubles.add(trouble(row, "nomination.refused.future", CommendationWords.day(today)));
        }
        if (row.from() != null && row.to() != null && row.from().isAfter(row.to())) {
            troubles.add(trouble(row, "nomination.refused.period"));
        }
        if (row.headcount() != null && row.women() != null && row.women() > row.headcount()) {
            troubles.add(trouble(row, "nomination.refused.women"));
        }
        if (tooLong(row)) {
            troubles.add(trouble(row, "nomination.refused.too-long"));
        }
        return troubles;
    }

    /** Begins a draft for each row that nothing speaks against; a row whose nominee the unit has already is passed over. */
    @Transactional
    public List<Result> apply(Actor actor, UnitId id, List<Row> rows) {
        var unit = require(actor, id);
        var titles = titles(unit);
        var results = new ArrayList<Result>();
        for (var row : rows.stream().limit(MOST_ROWS).toList()) {
            results.add(begin(actor, unit, titles, row));
        }
        return results;
    }

    private Result begin(Actor actor, Unit unit, List<AwardTitle> titles, Row row) {
        var against = check(unit, titles, row);
        if (!against.isEmpty()) {
            return new Result(
                    row.line(), against.get(0).message(), against.get(0).args(), false);
        }
        if (there(unit, row)) {
            return new Result(row.line(), "nomination.list.there", List.of(), true);
        }
        var outcome = nominations.start(
                actor,
                new StartNomination(
                        unit.id(),
                        null,
                        row.title(),
                        row.from(),
                        row.to(),
                        row.achievement(),
                        new NomineeData(
                                row.collective(),
                                row.name(),
                                row.sex(),
                                row.birthYear(),
                                row.post(),
                                row.directWorker(),
                                row.headcount(),
                                row.women())));
        if (outcome instanceof CommendationOutcome.Conflict conflict) {
            return new Result(row.line(), conflict.message(), conflict.args(), false);
        }
        return new Result(row.line(), "nomination.list.begun", List.of(), true);
    }

    /** The same name, year and title in a nomination of the unit that goes on: a list sent twice makes nothing twice. */
    private boolean there(Unit unit, Row row) {
        return jdbc.sql(
                                "select count(*) from nomination n join nominee e on e.nomination_id = n.id where n.proposer_id = :unit"
                                        + " and n.title_code = :title and e.folded = :folded and coalesce(e.birth_year, 0) = :born"
                                        + " and n.ended_at is null")
                        .param("unit", unit.id().value())
                        .param("title", row.title())
                        .param("folded", VietnameseText.fold(row.name()))
                        .param("born", row.collective() || row.birthYear() == null ? 0 : row.birthYear())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static boolean tooLong(Row row) {
        return length(row.name()) > 200 || length(row.post()) > 200 || length(row.achievement()) > 1000;
    }

    private static int length(String text) {
        return Optional.ofNullable(text).map(String::length).orElse(0);
    }

    private static Trouble trouble(Row row, String message, Object... args) {
        return new Trouble(row.line(), message, List.of(args));
    }
}
