package vn.lantoa.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.organization.WordRange;

/**
 * Reports, by the words of their period and of their unit. The words of a unit stand in its stored search text already; there are few
 * periods, so which of them a word means is found out first.
 */
@Component
class ReportHits implements Searchable {

    private final JdbcClient jdbc;
    private final Units units;
    private final MessageSource messages;

    ReportHits(JdbcClient jdbc, Units units, MessageSource messages) {
        this.jdbc = jdbc;
        this.units = units;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Page<Hit> find(Actor actor, String typed, String after, int limit) {
        var words = VietnameseText.asked(typed);
        var branches = actor.branchIds(Right.SEE_REPORT);
        if (words.isEmpty() || branches.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>(Map.of("branches", branches));
        var found = jdbc.sql("select r.* from report r join unit u on u.id = r.unit_id where "
                        + String.join(" and ", conditions(words, after, params))
                        + " and exists (select 1 from unit_closure c where c.descendant_id = r.unit_id and c.ancestor_id in (:branches))"
                        + " order by r.period_to desc, r.id desc limit " + (limit + 1))
                .params(params)
                .query(Report::read)
                .list();
        var page = Page.cut(found, limit, ReportHits::placeOf);
        var names = units.namesOf(page.items().stream().map(Report::unit).collect(Collectors.toSet()));
        return page.map(report -> hit(report, names.getOrDefault(report.unit(), "")));
    }

    private List<String> conditions(List<String> words, String after, Map<String, Object> params) {
        var periods = wordsOfPeriods();
        var conditions = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var meant = periods.entrySet().stream()
                    .filter(period -> period.getValue().stream().anyMatch(one -> one.startsWith(word)))
                    .map(Map.Entry::getKey)
                    .toList();
            params.put("word" + i, "% " + word + "%");
            if (meant.isEmpty()) {
                conditions.add("u.search_text like :word" + i);
                narrow(word, i, conditions, params);
            } else if (meant.size() < periods.size()) {
                conditions.add("(u.search_text like :word" + i + " or r.period in (:periods" + i + "))");
                params.put("periods" + i, meant);
            }
        }
        if (after != null && after.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
            conditions.add("(r.period_to < :end or r.period_to = :end and r.id < :last)");
            params.put("end", LocalDate.parse(after.substring(0, 10)));
            params.put("last", Long.parseLong(after.substring(11)));
        }
        if (conditions.isEmpty()) {
            conditions.add("1 = 1");
        }
        return conditions;
    }

    /** Words that tell units apart go through the index of words. */
    private static void narrow(String word, int i, List<String> conditions, Map<String, Object> params) {
        if (VietnameseText.tellsApart(word)) {
            conditions.add("r.unit_id in (select w.unit_id from unit_word w where w.word between :low" + i
                    + " and :high" + i + ")");
            var range = WordRange.of(word, WordRange.OF_UNITS);
            params.put("low" + i, range.low());
            params.put("high" + i, range.high());
        }
    }

    private Map<String, List<String>> wordsOfPeriods() {
        return jdbc.sql("select distinct period from report").query(String.class).list().stream()
                .collect(Collectors.toMap(key -> key, key -> ReportingPeriod.parse(key)
                        .map(period -> VietnameseText.words("Báo cáo " + period.title()))
                        .orElse(List.of())));
    }

    private Hit hit(Report report, String unit) {
        Locale locale = LocaleContextHolder.getLocale();
        var state = messages.getMessage(
                "report.state." + report.state(), null, report.state().name(), locale);
        return new Hit("Báo cáo " + report.period().title() + " – " + unit, state, "/dossiers/report/" + report.id());
    }

    private static String placeOf(Report report) {
        return report.to() + "_" + report.id();
    }
}
