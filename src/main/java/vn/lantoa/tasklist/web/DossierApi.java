package vn.lantoa.tasklist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.tasklist.DossierView;
import vn.lantoa.tasklist.Tasklist;

/** A dossier as JSON: its state, its story, what is open. */
@RestController
class DossierApi {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DossierJson(
            String type,
            String id,
            String title,
            String state,
            TaskJson.UnitRef unit,
            List<SentenceJson> timeline,
            List<TaskJson> open) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SentenceJson(String at, String text, String person, String note) {

        static SentenceJson of(DossierView.Sentence sentence) {
            return new SentenceJson(Times.iso(sentence.at()), sentence.text(), sentence.person(), sentence.note());
        }
    }

    private final Tasklist tasklist;

    DossierApi(Tasklist tasklist) {
        this.tasklist = tasklist;
    }

    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "dossier")
    @GetMapping("/api/v1/dossiers/{type}/{id}")
    DossierJson show(@PathVariable String type, @PathVariable String id, Actor actor, Locale locale) {
        var view = tasklist.dossier(actor, DossierController.key(type, id), locale);
        return new DossierJson(
                type,
                id,
                view.dossier().title(),
                view.dossier().state(),
                TaskJson.UnitRef.of(view.unit()),
                view.story().stream().map(SentenceJson::of).toList(),
                view.open().stream().map(TaskJson::of).toList());
    }
}
