package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.council.CouncilMember.Role;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.Councils;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/**
 * The council of a commune with a session ahead: its chair, its secretary, leaders of two workplaces of whom one has to do with a nominee,
 * and somebody who holds no post and comes for this alone.
 */
@Component
@Profile("demo")
class DemoCouncil {

    private static final String COMMUNE = "cdp-48-haichau";

    /** Days of work between the invitation and the session. */
    private static final int AHEAD = 3;

    private final DemoDesk desk;
    private final Councils councils;
    private final CouncilSessions sessions;
    private final WorkingDays workingDays;
    private final Units units;

    DemoCouncil(DemoDesk desk, Councils councils, CouncilSessions sessions, WorkingDays workingDays, Units units) {
        this.desk = desk;
        this.councils = councils;
        this.sessions = sessions;
        this.workingDays = workingDays;
        this.units = units;
    }

    private record Seat(String username, Role role, String position) {}

    private static final List<Seat> SEATS = List.of(
            new Seat("lanhdao." + COMMUNE, Role.CHAIR, "Chủ tịch Công đoàn phường Hải Châu"),
            new Seat("canbo." + COMMUNE, Role.SECRETARY, "Cán bộ thi đua, khen thưởng"),
            new Seat("lanhdao.cdcs-48-haichau-1", Role.MEMBER, "Chủ tịch CĐCS Công ty May Bình An"),
            new Seat("lanhdao.cdcs-48-haichau-2", Role.MEMBER, "Chủ tịch CĐCS Công ty Điện tử Ánh Sao"),
            new Seat(DemoAccounts.WITHOUT_POST, Role.MEMBER, "Đại diện Ủy ban Mặt trận Tổ quốc phường"));

    /** Sets it up by a decision of this day. */
    long found(LocalDate day) {
        var unit = commune();
        var secretary = desk.actor("canbo." + COMMUNE);
        var council = done(councils.found(
                secretary,
                unit.id(),
                new Councils.Founding("Hội đồng Thi đua - Khen thưởng " + unit.name(), "36/QĐ-CĐ", day)));
        for (var seat : SEATS) {
            desk.known(seat.username())
                    .ifPresent(person -> done(councils.name(
                            secretary,
                            council,
                            new Councils.Naming(person.id(), seat.role(), seat.position(), day, null))));
        }
        return council;
    }

    /** Calls its session a few working days ahead; everybody is told, and may declare what stands between. */
    void convene(long council, long season, LocalDate today, List<NominationId> agenda) {
        var secretary = desk.actor("canbo." + COMMUNE);
        var session = done(sessions.plan(
                secretary,
                council,
                new CouncilSessions.Plan(
                        season,
                        1,
                        workingDays.plus(today, AHEAD),
                        "Phòng họp tầng 2, " + commune().name())));
        done(sessions.agenda(secretary, session, agenda));
    }

    private Unit commune() {
        return units.findByCode("CDP-48-HAICHAU").orElseThrow();
    }

    private static long done(CouncilOutcome outcome) {
        if (outcome instanceof CouncilOutcome.Done done) {
            return done.id();
        }
        throw new IllegalStateException("The demo's council was refused: " + outcome);
    }
}
