package vn.lantoa.commendation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Actor;

/** A nomination's file for those who read it and have nothing to do; each reading is written down. */
@Component
class NominationReading {

    private final NominationSheet sheet;
    private final NomineeAccess access;
    private final ObjectMapper json;

    NominationReading(NominationSheet sheet, NomineeAccess access, ObjectMapper json) {
        this.sheet = sheet;
        this.access = access;
        this.json = json;
    }

    Optional<Dossier.Reading> of(Nomination nomination, Actor actor) {
        if (nomination.state() == NominationState.DISCARDED) {
            return Optional.empty();
        }
        access.log(actor, List.of(nomination.id()), "dossier");
        var schema = json.createObjectNode().put("type", "default").put("id", "nomination-file");
        schema.putArray("components").addObject().put("type", "text").put("id", "File");
        var opened = sheet.open(schema, nomination, new NominationSheet.Inserts(Map.of(), Map.of()), Map.of());
        return Optional.of(new Dossier.Reading(opened.schema(), opened.data()));
    }
}
