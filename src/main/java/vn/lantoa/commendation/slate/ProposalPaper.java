package vn.lantoa.commendation.slate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.lantoa.commendation.AwardPaper;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.Nominee;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.commendation.WrittenNumbers;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** A proposal with its list as a document of Word and as PDF: layout T1 of DOMAIN §5.4. */
@Component
public class ProposalPaper {

    private final Proposals proposals;
    private final Nominations nominations;
    private final NomineeAccess readings;
    private final AwardTitles titles;
    private final AwardPaper paper;
    private final Letters letters;
    private final ProposalLetterKind kind;
    private final Units units;
    private final Posts posts;
    private final Clock clock;

    ProposalPaper(
            Proposals proposals,
            Nominations nominations,
            NomineeAccess readings,
            AwardTitles titles,
            AwardPaper paper,
            Letters letters,
            ProposalLetterKind kind,
            Units units,
            Posts posts,
            Clock clock) {
        this.proposals = proposals;
        this.nominations = nominations;
        this.readings = readings;
        this.titles = titles;
        this.paper = paper;
        this.letters = letters;
        this.kind = kind;
        this.units = units;
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws vn.lantoa.organization.NotVisible when the person sees no nominations of the unit */
    @Transactional
    public byte[] docx(Actor actor, long id) {
        return letters.docx(kind, content(actor, proposals.see(actor, id)));
    }

    /** The same as PDF. */
    @Transactional
    public byte[] pdf(Actor actor, long id) {
        var proposal = proposals.see(actor, id);
        return letters.pdf(kind, content(actor, proposal), proposal.title());
    }

    private Map<String, Object> content(Actor actor, Proposals.Proposal proposal) {
        var ids = proposals.nominations(proposal.id());
        readings.log(actor, ids, "proposal-file");
        var unit = units.find(proposal.unit()).orElseThrow();
        var found = nominations.findAll(ids);
        var nominees = nominations.nominees(ids);
        var awards = awards(found);
        var lines = ids.stream()
                .sorted(Comparator.<NominationId, String>comparing(awards::get)
                        .thenComparing(id -> !nominees.get(id).collective())
                        .thenComparing(id -> VietnameseText.sortKey(name(nominees.get(id)))))
                .toList();
        var collectives =
                lines.stream().filter(id -> nominees.get(id).collective()).count();
        var letter =
                new LinkedHashMap<>(paper.frame(unit, proposal.dossier(), Proposals.REVISION, "TTr", signer(unit)));
        letter.put("subject", proposal.title());
        letter.put("subjectAnnex", StringUtils.capitalize(proposal.title()));
        letter.put("addressee", addressee(unit));
        letter.put("bases", paper.grounds(LocalDate.now(clock), List.of(paper.word("proposal.ground"))));
        letter.put("collectives", String.valueOf(collectives));
        letter.put("collectiveWords", WrittenNumbers.of(collectives));
        letter.put("individuals", String.valueOf(lines.size() - collectives));
        letter.put("individualWords", WrittenNumbers.of(lines.size() - collectives));
        letter.put("counts", counts(lines, awards, nominees));
        letter.put("assessment", paper.word("proposal.assessment"));
        letter.put("commitment", paper.word("proposal.commitment", unit.name()));
        letter.put("attachments", List.of(Map.of("text", paper.word("proposal.attachments"))));
        letter.put("list", list(lines, found, awards, nominees));
        letter.put(
                "recipients",
                List.of(
                        Map.of("name", paper.word("recipient.above")),
                        Map.of("name", paper.word("recipient.archive"))));
        return letter;
    }

    /** The unit's only leader; where there are several, who signs stays open. */
    private vn.lantoa.organization.PersonId signer(Unit unit) {
        var leaders = posts.holdersOf(Post.LEADER, unit.id());
        return leaders.size() == 1 ? leaders.get(0).id() : null;
    }

    private String addressee(Unit unit) {
        return units.superiorOf(unit.id())
                .flatMap(units::find)
                .map(Unit::name)
                .orElseGet(() -> paper.word("proposal.addressee.open"));
    }

    private List<Map<String, Object>> counts(
            List<NominationId> lines, Map<NominationId, String> awards, Map<NominationId, Nominee> nominees) {
        var byTitle =
                lines.stream().collect(Collectors.groupingBy(awards::get, LinkedHashMap::new, Collectors.toList()));
        var counts = new ArrayList<Map<String, Object>>();
        byTitle.forEach((title, ids) -> {
            var collectives =
                    ids.stream().filter(id -> nominees.get(id).collective()).count();
            counts.add(Map.of(
                    "place", String.valueOf(counts.size() + 1),
                    "award", title,
                    "collectives", String.valueOf(collectives),
                    "individuals", String.valueOf(ids.size() - collectives)));
        });
        return counts;
    }

    private List<Map<String, Object>> list(
            List<NominationId> lines,
            Map<NominationId, Nomination> found,
            Map<NominationId, String> awards,
            Map<NominationId, Nominee> nominees) {
        var names = units.namesOf(nominees.values().stream().map(Nominee::unit).toList());
        var list = new ArrayList<Map<String, Object>>();
        for (var id : lines) {
            var nominee = nominees.get(id);
            list.add(Map.of(
                    "place", String.valueOf(list.size() + 1),
                    "name", name(nominee),
                    "unit", nominee.place(names.getOrDefault(nominee.unit(), "")),
                    "award", awards.get(id),
                    "period",
                            AwardPaper.span(found.get(id).from(), found.get(id).to())));
        }
        return list;
    }

    /** What each is proposed for, in words. */
    private Map<NominationId, String> awards(Map<NominationId, Nomination> found) {
        var names =
                titles.namesOf(found.values().stream().map(Nomination::title).toList());
        return found.values().stream().collect(Collectors.toMap(Nomination::id, one -> names.get(one.title())));
    }

    private static String name(Nominee nominee) {
        return nominee.name() == null ? "" : nominee.name();
    }
}
