package vn.lantoa.commendation.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
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
import vn.lantoa.commendation.NomineeListFile;
import vn.lantoa.commendation.NomineeLists;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;

/** "Nhập danh sách trích ngang": an empty list out, a filled one in with a preview, and the nominations begun from it. */
@Controller
@RequestMapping("/awards/units/{id}/list")
class NomineeListPages {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final NomineeLists lists;
    private final NomineeListFile files;
    private final AwardPlaces places;
    private final ObjectMapper json;

    NomineeListPages(NomineeLists lists, NomineeListFile files, AwardPlaces places, ObjectMapper json) {
        this.lists = lists;
        this.files = files;
        this.places = places;
        this.json = json;
    }

    /** A line of the page: the number of the row in the file, and what is said about it. */
    record Line(int line, String text, boolean done) {}

    @Bean
    static UploadRoute nomineeListUpload() {
        return new UploadRoute("/awards/units/*/list");
    }

    @GetMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView form(@PathVariable String id, Actor actor) {
        return page(lists.require(actor, AwardPlaces.unitId(id)));
    }

    @GetMapping("/template.xlsx")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    void template(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        var unit = lists.require(actor, AwardPlaces.unitId(id));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("danh-sach-trich-ngang-" + unit.code() + ".xlsx")
                        .build()
                        .toString());
        files.template(unit, response.getOutputStream());
    }

    @PostMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView preview(
            @PathVariable String id, @RequestParam(required = false) MultipartFile file, Actor actor, Locale locale)
            throws IOException {
        var unit = lists.require(actor, AwardPlaces.unitId(id));
        if (file == null || file.isEmpty()) {
            return refused(unit, places.say("nomination.list.no-file", locale));
        }
        var kept = Files.createTempFile("lantoa-list", ".upload");
        try {
            file.transferTo(kept);
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var read = files.read(unit, kept, name);
            if (read.refusal() != null) {
                return refused(unit, places.say(read.refusal(), locale, read.where()));
            }
            return page(unit)
                    .addObject("rows", read.rows())
                    .addObject("json", json.writeValueAsString(read.rows()))
                    .addObject("troubles", troubles(read.troubles(), locale));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @PostMapping("/application")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView apply(
            @PathVariable String id, @RequestParam(required = false) String rows, Actor actor, Locale locale) {
        var unit = lists.require(actor, AwardPlaces.unitId(id));
        List<NomineeLists.Row> read;
        try {
            read = json.readValue(rows == null ? "[]" : rows, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return refused(unit, places.say("nomination.list.no-file", locale));
        }
        var results = lists.apply(actor, unit.id(), read).stream()
                .map(one -> new Line(
                        one.line(), places.say(one.message(), locale, one.args().toArray()), one.done()))
                .toList();
        return page(unit).addObject("results", results);
    }

    private List<Line> troubles(List<NomineeLists.Trouble> troubles, Locale locale) {
        return troubles.stream()
                .map(one -> new Line(
                        one.line(), places.say(one.message(), locale, one.args().toArray()), false))
                .toList();
    }

    private static ModelAndView refused(Unit unit, String refusal) {
        var page = page(unit).addObject("refusal", refusal);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ModelAndView page(Unit unit) {
        return new ModelAndView("commendation/list")
                .addObject("unit", unit)
                .addObject("most", NomineeLists.MOST_ROWS)
                .addObject("rows", List.of())
                .addObject("json", "[]")
                .addObject("troubles", List.of())
                .addObject("results", List.of())
                .addObject("refusal", null);
    }
}
