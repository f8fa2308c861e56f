package vn.lantoa.commendation.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.commendation.AchievementReports;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.council.CouncilCase.State;
import vn.lantoa.document.Attachment;
import vn.lantoa.document.Attachments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** What one member sees: the own sessions, the cases of each, and a case's dossier once nothing stands between. */
@Component
public class MemberDesk {

    private final CouncilRows councils;
    private final SessionRows sessions;
    private final CaseRows cases;
    private final CouncilAgendas agendas;
    private final BallotBox box;
    private final Interests interests;
    private final SessionDoor door;
    private final NomineeAccess log;
    private final AchievementReports reports;
    private final Attachments attachments;

    MemberDesk(
            CouncilRows councils,
            SessionRows sessions,
            CaseRows cases,
            CouncilAgendas agendas,
            BallotBox box,
            Interests interests,
            SessionDoor door,
            NomineeAccess log,
            AchievementReports reports,
            Attachments attachments) {
        this.reports = reports;
        this.attachments = attachments;
        this.councils = councils;
        this.sessions = sessions;
        this.cases = cases;
        this.agendas = agendas;
        this.box = box;
        this.interests = interests;
        this.door = door;
        this.log = log;
    }

    /**
     * A case as this member sees it.
     *
     * @param nominee null for who is barred, and once the name is erased
     * @param voted whether the member has voted; never what
     * @param mayVote whether the ballot waits for this member on the screen now
     */
    public record Item(CouncilCase one, String nominee, CaseStanding standing, boolean voted, boolean mayVote) {

        public boolean barred() {
            return standing == CaseStanding.FOUND || standing == CaseStanding.DECLARED;
        }
    }

    /** A session as one person sees it. {@code member} is false for who only prepares it. */
    public record View(
            CouncilSession session, Council council, boolean member, boolean runs, Seat seat, List<Item> items) {

        /** Those of which the member has said nothing yet, while there is something to say. */
        public List<Item> undeclared() {
            return items.stream()
                    .filter(item -> member
                            && item.standing() == CaseStanding.UNDECLARED
                            && item.one().state() != State.COUNTED)
                    .toList();
        }

        /** Those whose ballot waits for the member. */
        public List<Item> ballots() {
            return items.stream().filter(Item::mayVote).toList();
        }
    }

    /** A case's dossier, for reading before the vote; the nominee's fields are null once erased. */
    public record Reading(
            View view,
            Item item,
            Nomination nomination,
            Nominee nominee,
            List<AchievementReports.Part> report,
            List<Attachment> files) {}

    /** A session in a list. */
    public record Listed(CouncilSession session, Council council) {}

    /** The sessions of the councils to which the person belongs, the latest first; called off ones left out. */
    public List<Listed> of(Actor actor, LocalDate today) {
        var mine = councils.with(actor.id(), today);
        return listed(mine);
    }

    List<Listed> listed(Collection<Council> mine) {
        return sessions.of(mine.stream().map(Council::id).toList()).stream()
                .filter(session -> session.state() != CouncilSession.State.CANCELLED)
                .map(session -> new Listed(
                        session,
                        mine.stream()
                                .filter(council -> council.id() == session.council())
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    /** @throws NotVisible for who has nothing to do with the session */
    @Transactional
    public View session(Actor actor, long id) {
        var view = view(actor, id);
        log.log(
                actor,
                view.items().stream()
                        .filter(item -> item.nominee() != null)
                        .map(item -> item.one().nomination())
                        .toList(),
                "council");
        return view;
    }

    /**
     * The dossier of a case. Conflicts are looked for again first.
     *
     * @throws NotVisible for who has nothing to do with the session
     * @throws NotAllowed for who is barred, or has not said yet that nothing stands between
     */
    @Transactional
    public Reading read(Actor actor, long id, long caseId) {
        var inside = door.enter(actor, id);
        var one = cases.find(id, caseId).orElseThrow(() -> new NotVisible("council case " + caseId));
        if (inside.term() != null) {
            interests.search(inside.session().unit(), List.of(one), Set.of(actor.id()));
        }
        var view = view(actor, id);
        var item = view.items().stream()
                .filter(found -> found.one().id() == caseId)
                .findFirst()
                .orElseThrow(() -> new NotVisible("council case " + caseId));
        if (view.member() && item.standing() != CaseStanding.FREE) {
            throw new NotAllowed("read council case " + caseId);
        }
        log.log(actor, List.of(one.nomination()), "council");
        return new Reading(
                view,
                item,
                agendas.nomination(one).orElseThrow(() -> new NotVisible("nomination of case " + caseId)),
                agendas.nominees(List.of(one)).get(one.nomination()),
                reports.of(one.nomination()),
                attachments.shown(one.nomination().dossier()));
    }

    /**
     * A file of the dossier, under the same conditions as {@link #read}.
     *
     * @throws NotVisible when there is none
     */
    @Transactional
    public Attachment file(Actor actor, long id, long caseId, String file) {
        return read(actor, id, caseId).files().stream()
                .filter(found -> found.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new NotVisible("attachment " + file));
    }

    /** Whether something waits for the member now: a declaration or a ballot. Shows nobody's name, so nothing is logged. */
    public boolean waits(Actor actor, long id) {
        var view = view(actor, id);
        return !view.ballots().isEmpty() || !view.undeclared().isEmpty();
    }

    private View view(Actor actor, long id) {
        var inside = door.enter(actor, id);
        var agenda = cases.of(id);
        var member = inside.term() != null;
        var known = member ? interests.of(id, actor.id()) : Map.<Long, Interests.Kind>of();
        var voted = member ? box.votedOn(id, actor.id()) : Set.<Long>of();
        var seat = sessions.seats(id).stream()
                .filter(one -> one.person().equals(actor.id()))
                .findFirst();
        var nominees = agendas.nominees(agenda);
        return new View(
                inside.session(),
                councils.find(inside.session().council()).orElseThrow(),
                member,
                inside.runs(),
                seat.orElse(null),
                agenda.stream()
                        .map(one -> item(one, member, known.get(one.id()), voted.contains(one.id()), seat, nominees))
                        .toList());
    }

    private static Item item(
            CouncilCase one,
            boolean member,
            Interests.Kind kind,
            boolean voted,
            Optional<Seat> seat,
            Map<NominationId, Nominee> nominees) {
        var standing = standing(member, kind);
        var barred = standing == CaseStanding.FOUND || standing == CaseStanding.DECLARED;
        var mayVote = member
                && standing == CaseStanding.FREE
                && !voted
                && one.state() == State.OPEN
                && !one.paper()
                && seat.filter(mine -> mine.present() || one.rule().writtenVotes())
                        .isPresent();
        return new Item(
                one,
                barred
                        ? null
                        : Optional.ofNullable(nominees.get(one.nomination()))
                                .map(Nominee::name)
                                .orElse(null),
                standing,
                voted,
                mayVote);
    }

    private static CaseStanding standing(boolean member, Interests.Kind kind) {
        if (!member || kind == Interests.Kind.NONE) {
            return CaseStanding.FREE;
        }
        if (kind == null) {
            return CaseStanding.UNDECLARED;
        }
        return kind == Interests.Kind.DECLARED ? CaseStanding.DECLARED : CaseStanding.FOUND;
    }
}
