package vn.lantoa.commendation.slate;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardPaper;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.organization.Units;

/** The list of a posting as it hangs out. */
@Component
public class PostingLists {

    private final Nominations nominations;
    private final AwardTitles titles;
    private final Units units;

    PostingLists(Nominations nominations, AwardTitles titles, Units units) {
        this.nominations = nominations;
        this.titles = titles;
        this.units = units;
    }

    /** One nomination on a posting as it is hung out; the objection by date and number alone. */
    public record Line(
            NominationId nomination,
            String number,
            String name,
            boolean collective,
            String place,
            String title,
            String period,
            LocalDate objectionOn,
            String objectionNumber,
            boolean ended) {}

    List<Line> of(List<PostingRows.Item> items) {
        var ids = items.stream().map(PostingRows.Item::nomination).toList();
        var found = nominations.findAll(ids);
        var nominees = nominations.nominees(ids);
        var names = units.namesOf(
                nominees.values().stream().map(nominee -> nominee.unit()).toList());
        var titleNames =
                titles.namesOf(found.values().stream().map(Nomination::title).toList());
        return items.stream()
                .map(item -> {
                    var one = found.get(item.nomination());
                    var nominee = nominees.get(item.nomination());
                    return new Line(
                            one.id(),
                            one.number(),
                            nominee.name(),
                            nominee.collective(),
                            nominee.place(names.getOrDefault(nominee.unit(), "")),
                            titleNames.get(one.title()),
                            AwardPaper.span(one.from(), one.to()),
                            item.objectionOn(),
                            item.objectionNumber(),
                            item.ended());
                })
                .toList();
    }
}
