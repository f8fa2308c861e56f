package vn.lantoa.commendation.privacy.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.NomineeExtract;
import vn.lantoa.commendation.privacy.DataRequest;
import vn.lantoa.commendation.privacy.DataRequestId;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;

/** Requests about personal data as text: what pages and API read and write alike. What cannot be read is null. */
final class DataRequestJson {

    private DataRequestJson() {}

    static Map<String, Object> of(DataRequest request) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", request.id().toString());
        json.put("kind", request.kind());
        json.put("nomination", request.nomination().toString());
        json.put("unit", request.unit().toString());
        json.put("receivedOn", request.receivedOn());
        json.put("channel", request.channel());
        json.put("state", request.state());
        json.put("firstDue", request.firstDue());
        json.put("due", request.due());
        json.put("extended", request.extended());
        json.put("granted", request.granted());
        json.put("concludedOn", request.concludedOn());
        return json;
    }

    /** What is held about a nominee, field by field as the sheet has it. */
    static Map<String, Object> held(NomineeExtract.Held held) {
        var nominee = held.nominee();
        var who = new LinkedHashMap<String, Object>();
        who.put("whom", nominee.collective() ? "collective" : "person");
        who.put("name", nominee.name());
        who.put("sex", nominee.sex());
        who.put("birthYear", nominee.birthYear());
        who.put("post", nominee.post());
        who.put("directWorker", nominee.directWorker());
        who.put("headcount", nominee.headcount());
        who.put("women", nominee.women());
        var json = new LinkedHashMap<String, Object>();
        json.put("nomination", held.nomination().number());
        json.put("title", held.nomination().title());
        json.put("periodFrom", held.nomination().from());
        json.put("periodTo", held.nomination().to());
        json.put("achievement", held.nomination().achievement());
        json.put("nominee", who);
        json.put("report", held.report());
        json.put("earlierAwards", held.earlier());
        json.put("clear", held.clear());
        json.put("clearUntil", held.clearUntil());
        json.put("consents", held.consents());
        json.put("readings", held.readings());
        return json;
    }

    /** @throws NotVisible when this is no number of a request */
    static DataRequestId id(String id) {
        return DataRequestId.of(AddressId.of("data request", id));
    }

    static DataRequest.Kind kind(String text) {
        return Arrays.stream(DataRequest.Kind.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    static DataRequest.Channel channel(String text) {
        return Arrays.stream(DataRequest.Channel.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }
}
