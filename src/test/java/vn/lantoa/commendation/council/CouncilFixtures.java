package vn.lantoa.commendation.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationProgress;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;

/**
 * The council of commune A1 with people who hold no post anywhere and are kept by A12, and nominations of A11 that wait for its vote. The
 * first is its chair, the second its secretary.
 */
public final class CouncilFixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final AwardFixtures award;
    public final Branch branch;
    public final UnitId unit;
    public final List<Actor> members = new ArrayList<>();
    public final long council;

    private final ApplicationContext context;
    private final LocalDate today;

    public CouncilFixtures(ApplicationContext context, int size) {
        this.context = context;
        award = new AwardFixtures(context);
        branch = award.branch;
        unit = branch.a1;
        today = LocalDate.now(context.getBean(Clock.class));
        council = done(councils()
                .found(
                        manager(),
                        unit,
                        new Councils.Founding("Hội đồng Thi đua - Khen thưởng A1", "12/QĐ-CĐ", today.minusMonths(6))));
        for (var place = 0; place < size; place++) {
            members.add(person("uyvien" + place, "Nguyễn Ủy Viên " + (char) ('A' + place)));
            name(
                    members.get(place),
                    place == 0
                            ? CouncilMember.Role.CHAIR
                            : place == 1 ? CouncilMember.Role.SECRETARY : CouncilMember.Role.MEMBER);
        }
    }

    public Actor manager() {
        return branch.officer(unit);
    }

    public Actor chair() {
        return members.get(0);
    }

    /** Somebody who signs in and holds no post, kept by A12. */
    public Actor person(String username, String name) {
        var own = username + "." + branch.unit(unit).code().toLowerCase(java.util.Locale.ROOT);
        context.getBean(TreeWriter.class).people(List.of(new NewPerson(own, name, branch.a12, Branch.HASH, false)));
        return context.getBean(People.class).actor(own).orElseThrow();
    }

    public long name(Actor person, CouncilMember.Role role) {
        return done(councils()
                .name(
                        manager(),
                        council,
                        new Councils.Naming(person.id(), role, "Thành viên thử", today.minusMonths(6), null)));
    }

    /** A nomination of somebody of A11 for the province's certificate of merit, waiting for the vote at A1. */
    public NominationId waiting(String name) {
        return waiting(name, draft -> {});
    }

    /** The same with something done to the draft before it is handed in. */
    NominationId waiting(String name, Consumer<NominationId> drafted) {
        var id = award.draft(branch.a11);
        drafted.accept(id);
        award.complete(
                branch.officer(branch.a11), id, "DraftNomination", "submit", award.answers("BK_LDLD", ownName(name)));
        return carried(id);
    }

    /** Nobody's namesake in the tree of another test. */
    private static String ownName(String name) {
        var letters = new StringBuilder(name).append(' ');
        for (var left = NUMBER.incrementAndGet(); left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }

    /** The collective A11 for the province's flag, which asks 80 %. */
    public NominationId waitingFlag(String name) {
        var id = award.draft(branch.a11);
        award.complete(
                branch.officer(branch.a11),
                id,
                "DraftNomination",
                "submit",
                award.collectiveAnswers("CO_LDLD", ownName(name)));
        return carried(id);
    }

    private NominationId carried(NominationId id) {
        award.through(id);
        award.propose(id);
        assertThat(context.getBean(NominationProgress.class).postingClosed(id, false))
                .isTrue();
        assertThat(award.state(id)).isEqualTo(NominationState.VOTING);
        assertThat(award.at(id)).isEqualTo(unit);
        return id;
    }

    /** A session of today with these cases. */
    public long planned(int number, List<NominationId> agenda) {
        var session = done(sessions()
                .plan(manager(), council, new CouncilSessions.Plan(award.season, number, today, "Hội trường xã A1")));
        done(sessions().agenda(manager(), session, agenda));
        return session;
    }

    /** The same opened, with so many present, the chair first. */
    public long opened(int number, List<NominationId> agenda, int present) {
        var session = planned(number, agenda);
        done(sessions().open(chair(), session));
        present(session, present);
        return session;
    }

    public void present(long session, int present) {
        var presences = new HashMap<Long, Seat.Presence>();
        var seats = context.getBean(SessionRows.class).seats(session);
        for (var place = 0; place < seats.size(); place++) {
            presences.put(seats.get(place).member(), place < present ? Seat.Presence.PRESENT : Seat.Presence.EXCUSED);
        }
        done(sessions().attendance(chair(), session, presences));
    }

    public List<CouncilCase> cases(long session) {
        return context.getBean(CaseRows.class).of(session);
    }

    public CouncilCase first(long session) {
        return cases(session).get(0);
    }

    /** So many of these vote in favour, the others against; each says first that nothing stands between. */
    void vote(long session, CouncilCase one, List<Actor> voters, int agreed) {
        for (var place = 0; place < voters.size(); place++) {
            done(declarations().declare(voters.get(place), session, one.id(), false));
            done(ballots().cast(voters.get(place), session, one.id(), place < agreed ? Choice.YES : Choice.NO));
        }
    }

    static long done(CouncilOutcome outcome) {
        assertThat(outcome).isInstanceOf(CouncilOutcome.Done.class);
        return ((CouncilOutcome.Done) outcome).id();
    }

    static String refused(CouncilOutcome outcome) {
        return outcome instanceof CouncilOutcome.Conflict conflict
                ? conflict.message()
                : ((CouncilOutcome.Refused) outcome).message();
    }

    Councils councils() {
        return context.getBean(Councils.class);
    }

    CouncilSessions sessions() {
        return context.getBean(CouncilSessions.class);
    }

    Declarations declarations() {
        return context.getBean(Declarations.class);
    }

    Ballots ballots() {
        return context.getBean(Ballots.class);
    }

    SessionClosing closing() {
        return context.getBean(SessionClosing.class);
    }
}
