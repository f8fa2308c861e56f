package vn.lantoa.models.safety.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.models.safety.SafetyDecision;
import vn.lantoa.models.safety.SafetyListFile;
import vn.lantoa.models.safety.SafetyLists;
import vn.lantoa.models.safety.SafetyResult;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;

/** "Nhập danh sách của một quyết định": the totals of the document first, then its list, looked at before it is taken. */
@Controller
@RequestMapping("/models/safety/units/{id}/list")
class SafetyListPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SafetyLists lists;
    private final SafetyListFile files;
    private final SafetyPlaces places;
    private final ObjectMapper json;

    SafetyListPages(SafetyLists lists, SafetyListFile files, SafetyPlaces places, ObjectMapper json) {
        this.lists = lists;
        this.files = files;
        this.places = places;
        this.json = json;
    }

    /** A sentence of the page about one line of the file. */
    record Line(int line, String text) {}

    @Bean
    static UploadRoute safetyListUpload() {
        return new UploadRoute("/models/safety/units/*/list");
    }

    @GetMapping
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView form(@PathVariable String id, @RequestParam Map<String, String> fields, Actor actor) {
        return page(lists.require(actor, UnitId.inAddress(id)), fields);
    }

    @GetMapping("/template.xlsx")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    void template(
            @PathVariable String id,
            @RequestParam(required = false) String kind,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        lists.require(actor, UnitId.inAddress(id));
        var wanted = SafetyJson.kind(kind).orElse(SafetyDecision.Kind.RECOGNITION);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(wanted == SafetyDecision.Kind.RATING ? "phan-loai.xlsx" : "cong-nhan.xlsx")
                        .build()
                        .toString());
        files.template(wanted, response.getOutputStream());
    }

    @PostMapping
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView look(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) MultipartFile file,
            Actor actor,
            Locale locale)
            throws IOException {
        var unit = lists.require(actor, UnitId.inAddress(id));
        if (file == null || file.isEmpty()) {
            return refused(page(unit, fields), places.say("safety.list.no-file", locale));
        }
        var kept = Files.createTempFile("lantoa-list", ".upload");
        try {
            file.transferTo(kept);
            var read = files.read(kept, file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
            if (read.refusal() != null) {
                return refused(page(unit, fields), places.say(read.refusal(), locale, read.where()));
            }
            var draft = SafetyJson.draft(fields, read.rows());
            var look = lists.look(actor, unit.id(), draft);
            return looked(unit, fields, draft, look, locale);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @PostMapping("/application")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView apply(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var unit = lists.require(actor, UnitId.inAddress(id));
        List<SafetyLists.Row> rows;
        try {
            rows = json.readValue(fields.getOrDefault("rows", "[]"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return refused(page(unit, fields), places.say("safety.list.no-file", locale));
        }
        var draft = SafetyJson.draft(fields, rows);
        var look = lists.apply(actor, unit.id(), draft);
        if (!look.sound()) {
            return looked(unit, fields, draft, look, locale);
        }
        flash.addFlashAttribute("toast", places.say("safety.list.applied", locale, look.lines()));
        return new ModelAndView("redirect:/models/safety?unit=" + unit.id() + "&year="
                + draft.decision().year());
    }

    private ModelAndView looked(
            Unit unit, Map<String, String> fields, SafetyLists.Draft draft, SafetyLists.Look look, Locale locale) {
        var page = page(unit, fields);
        if (look.sound()) {
            return page.addObject("look", look).addObject("rows", draft.rows()).addObject("json", write(draft.rows()));
        }
        var errors = new HashMap<String, String>();
        look.faults()
                .forEach(fault -> errors.put(
                        fault.field(),
                        places.say(fault.message(), locale, fault.args().toArray())));
        page.addObject("errors", errors)
                .addObject(
                        "troubles",
                        look.troubles().stream()
                                .map(one -> new Line(
                                        one.line(),
                                        places.say(
                                                one.message(),
                                                locale,
                                                one.args().toArray())))
                                .toList())
                .addObject(
                        "differences",
                        look.differences().stream()
                                .map(one -> places.say(
                                        "safety.list.difference",
                                        locale,
                                        places.say("safety.result." + one.result(), locale),
                                        one.stated(),
                                        one.counted(),
                                        one.counted() - one.stated()))
                                .toList());
        return refused(page, places.say("safety.list.nothing", locale));
    }

    private String write(List<SafetyLists.Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelAndView refused(ModelAndView page, String refusal) {
        page.addObject("refusal", refusal).setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Unit unit, Map<String, String> fields) {
        var kind = SafetyJson.kind(fields.get("kind")).orElse(SafetyDecision.Kind.RECOGNITION);
        return new ModelAndView("models/safety/list")
                .addObject("unit", unit)
                .addObject("kind", kind)
                .addObject("kinds", SafetyDecision.Kind.values())
                .addObject("results", SafetyResult.of(kind))
                .addObject("years", places.years())
                .addObject("year", places.year(fields.get("year")))
                .addObject("fields", fields)
                .addObject("errors", Map.of())
                .addObject("troubles", List.of())
                .addObject("differences", List.of())
                .addObject("look", null)
                .addObject("rows", List.of())
                .addObject("json", "[]")
                .addObject("refusal", null);
    }
}
