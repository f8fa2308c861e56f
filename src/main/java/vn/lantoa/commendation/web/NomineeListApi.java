package vn.lantoa.commendation.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.lantoa.commendation.NomineeListFile;
import vn.lantoa.commendation.NomineeLists;
import vn.lantoa.document.UploadRoute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Danh sách trích ngang" under {@code /api/v1}: a file is read and looked at, then its rows become drafts. */
@RestController
@RequestMapping("/api/v1/units/{id}/nominee-lists")
class NomineeListApi {

    private final NomineeLists lists;
    private final NomineeListFile files;
    private final AwardPlaces places;

    NomineeListApi(NomineeLists lists, NomineeListFile files, AwardPlaces places) {
        this.lists = lists;
        this.files = files;
        this.places = places;
    }

    /** @param rows as the preview answered them */
    record Application(List<NomineeLists.Row> rows) {}

    @Bean
    static UploadRoute nomineeListApiUpload() {
        return new UploadRoute("/api/v1/units/*/nominee-lists");
    }

    /** Reads a list (XLSX or CSV); nothing is stored. */
    @PostMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> preview(
            @PathVariable String id, @RequestParam(required = false) MultipartFile file, Actor actor, Locale locale)
            throws IOException {
        var unit = lists.require(actor, AwardPlaces.unitId(id));
        if (file == null || file.isEmpty()) {
            throw AwardPlaces.refused("file", places.say("nomination.list.no-file", locale));
        }
        var kept = Files.createTempFile("lantoa-list", ".upload");
        try {
            file.transferTo(kept);
            var read = files.read(unit, kept, file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
            if (read.refusal() != null) {
                throw AwardPlaces.refused("file", places.say(read.refusal(), locale, read.where()));
            }
            return Map.of(
                    "rows",
                    read.rows(),
                    "troubles",
                    read.troubles().stream()
                            .map(one -> Map.of(
                                    "line",
                                    one.line(),
                                    "message",
                                    places.say(one.message(), locale, one.args().toArray())))
                            .toList());
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** Begins a draft for each row that nothing speaks against; a row sent twice makes nothing twice. */
    @PostMapping("/application")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> apply(
            @PathVariable String id, @RequestBody Application application, Actor actor, Locale locale) {
        var unit = lists.require(actor, AwardPlaces.unitId(id));
        var rows = Optional.ofNullable(application.rows()).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .toList();
        return Map.of(
                "items",
                lists.apply(actor, unit.id(), rows).stream()
                        .map(one -> Map.of(
                                "line",
                                one.line(),
                                "done",
                                one.done(),
                                "message",
                                places.say(one.message(), locale, one.args().toArray())))
                        .toList());
    }
}
