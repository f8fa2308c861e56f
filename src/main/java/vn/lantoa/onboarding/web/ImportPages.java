package vn.lantoa.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lantoa.onboarding.ImportFault;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.onboarding.ImportField;
import vn.lantoa.onboarding.ImportRow;
import vn.lantoa.onboarding.ImportState;
import vn.lantoa.onboarding.Imports;
import vn.lantoa.onboarding.UnitImport;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;

/** Gathers what the pages of an import show. */
@Component
class ImportPages {

    record Step(String href, String text) {}

    record Line(long id, String file, String state, String when, String who, UnitImport.Sums sums) {}

    record FaultLine(int row, String column, String shown, String what) {}

    record RowLine(int number, List<String> cells) {}

    private static final int PAGE = 100;
    private static final int FIRST_ROWS = 10;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Imports imports;
    private final Intake intake;
    private final People people;
    private final FaultWords words;
    private final MessageSource messages;
    private final Clock clock;

    ImportPages(Imports imports, Intake intake, People people, FaultWords words, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.intake = intake;
        this.people = people;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** The page of a branch: how it works, the form, what was sent before. */
    String list(Actor actor, UnitId id, Model model) {
        var unit = intake.require(actor, id);
        model.addAttribute("unit", unit);
        model.addAttribute("trail", trail(unit, null));
        model.addAttribute("form", UUID.randomUUID().toString());
        model.addAttribute("lines", lines(actor, id));
        return "onboarding/imports";
    }

    /** What was sent before. */
    List<Line> lines(Actor actor, UnitId id) {
        return imports.latest(actor, id).stream().map(this::line).toList();
    }

    /** One import; in parts while work goes on. */
    String show(Actor actor, long id, int skip, boolean part, HttpServletResponse response, Model model) {
        var imported = imports.find(actor, id);
        var unit = intake.require(actor, imported.unit());
        model.addAttribute("imported", imported);
        model.addAttribute("unit", unit);
        model.addAttribute("trail", trail(unit, imported.fileName()));
        model.addAttribute("state", badge(imported));
        model.addAttribute("stateKey", "onboarding.state." + word(imported));
        model.addAttribute("percent", percent(imported));
        model.addAttribute("who", who(imported.startedBy()));
        model.addAttribute("when", when(imported.createdAt()));
        model.addAttribute("refusal", words.refusal(imported, locale()));
        model.addAttribute("obstacles", obstacles(imported));
        if (imported.state() == ImportState.READ) {
            preview(actor, imported, skip, model);
        }
        if (part && !imported.state().working()) {
            response.setHeader("HX-Refresh", "true");
        }
        return part ? "onboarding/import :: progress" : "onboarding/import";
    }

    private void preview(Actor actor, UnitImport imported, int skip, Model model) {
        var id = imported.id();
        model.addAttribute("faults", faults(imports.faults(actor, id, Weight.FAULT, skip, PAGE)));
        model.addAttribute(
                "next", skip + PAGE < imported.sums().faults() ? "/imports/" + id + "?skip=" + (skip + PAGE) : null);
        model.addAttribute("first", skip > 0 ? "/imports/" + id : null);
        model.addAttribute("conflicts", faults(imports.faults(actor, id, Weight.CONFLICT, 0, PAGE)));
        model.addAttribute("notes", faults(imports.faults(actor, id, Weight.REMARK, 0, PAGE)));
        var columns = imported.remarks().columns();
        model.addAttribute("headings", headings(columns));
        model.addAttribute(
                "rows",
                imports.rows(actor, id, FIRST_ROWS).stream()
                        .map(row -> new RowLine(row.number(), cells(row, columns)))
                        .toList());
    }

    private List<FaultLine> faults(List<ImportFault> faults) {
        return faults.stream()
                .map(fault -> new FaultLine(fault.row(), fault.column(), fault.shown(), words.of(fault, locale())))
                .toList();
    }

    private List<String> obstacles(UnitImport imported) {
        return imported.state() == ImportState.APPLIED
                        && imported.refusal() != null
                        && imported.refusal().endsWith("UNDO_BLOCKED")
                ? imported.refusalWhere().stream()
                        .map(line -> words.obstacle(line, locale()))
                        .toList()
                : List.of();
    }

    /** The headings in the order of the fields, with the column they were found in. */
    private Map<String, String> headings(Map<String, String> columns) {
        var headings = new LinkedHashMap<String, String>();
        Arrays.stream(ImportField.values())
                .filter(field -> columns.containsKey(field.name()))
                .forEach(field -> headings.put(text("onboarding.field." + field), columns.get(field.name())));
        return headings;
    }

    private static List<String> cells(ImportRow row, Map<String, String> columns) {
        return Arrays.stream(ImportField.values())
                .filter(field -> columns.containsKey(field.name()))
                .map(row::get)
                .toList();
    }

    private Line line(UnitImport imported) {
        return new Line(
                imported.id(),
                imported.fileName(),
                word(imported),
                when(imported.createdAt()),
                who(imported.startedBy()),
                imported.sums());
    }

    private List<Step> trail(Unit unit, String file) {
        var here = text("onboarding.title");
        var steps = new java.util.ArrayList<Step>();
        steps.add(new Step("/units", text("organization.title")));
        steps.add(new Step("/units/" + unit.id(), unit.name()));
        steps.add(new Step(file == null ? null : "/units/" + unit.id() + "/imports", here));
        if (file != null) {
            steps.add(new Step(null, file));
        }
        return steps;
    }

    /** The look of a state; its word is our own. */
    private static String badge(UnitImport imported) {
        return switch (imported.state()) {
            case READING, APPLYING, UNDOING -> "waiting";
            case READ -> imported.sums().faults() > 0 ? "returned" : "draft";
            case APPLIED -> "done";
            case REFUSED -> "returned";
            case UNDONE, DROPPED -> "withdrawn";
        };
    }

    /** A file that was read but has faults waits for nobody. */
    private static String word(UnitImport imported) {
        return imported.state() == ImportState.READ && imported.sums().faults() > 0
                ? "FAULTY"
                : imported.state().name();
    }

    private static int percent(UnitImport imported) {
        var progress = imported.progress();
        return progress.total() == 0 ? 0 : (int) Math.min(100, 100L * progress.done() / progress.total());
    }

    private String who(PersonId person) {
        return people.nameOf(person).orElse("");
    }

    private String when(Instant at) {
        return WHEN.format(at.atZone(clock.getZone()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
