package vn.lantoa.commendation.council.web;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.commendation.council.Council;
import vn.lantoa.commendation.council.CouncilSession;
import vn.lantoa.commendation.council.MemberDesk;

/** Sessions as the API writes them. Of a ballot there is that one has voted, and after the count its numbers. */
final class CouncilJson {

    private CouncilJson() {}

    static Map<String, Object> session(CouncilSession session, Council council) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(session.id()));
        json.put("council", Map.of("id", String.valueOf(council.id()), "name", council.name()));
        json.put("unit", session.unitName());
        json.put("year", session.year());
        json.put("number", session.number());
        json.put("meetsOn", session.meetsOn().toString());
        json.put("place", session.place());
        json.put("state", session.state().name());
        return json;
    }

    static Map<String, Object> view(MemberDesk.View view) {
        var json = session(view.session(), view.council());
        json.put("runs", view.runs());
        json.put("cases", view.items().stream().map(CouncilJson::item).toList());
        return json;
    }

    private static Map<String, Object> item(MemberDesk.Item item) {
        var one = item.one();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(one.id()));
        json.put("nomination", one.nomination().toString());
        json.put("number", one.number());
        json.put("award", one.award());
        json.put("unit", item.barred() ? null : one.unit());
        json.put("nominee", item.nominee());
        json.put("ballot", one.rule().ballot().name());
        json.put("paper", one.paper());
        json.put("state", one.state().name());
        json.put("standing", item.standing().name());
        json.put("voted", item.voted());
        json.put("mayVote", item.mayVote());
        json.put("result", one.result() == null ? null : one.result().name());
        if (one.count() != null) {
            var count = new LinkedHashMap<String, Object>();
            count.put("members", one.count().members());
            count.put("present", one.count().present());
            count.put("base", one.count().base());
            count.put("needed", one.count().needed());
            count.put("issued", one.count().issued());
            count.put("collected", one.count().collected());
            count.put("valid", one.count().valid());
            count.put("agreed", one.count().agreed());
            json.put("count", count);
        }
        return json;
    }
}
