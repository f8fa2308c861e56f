package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Actor;

/**
 * Asks about free text that looks like a worker's data before anything of it is stored. The person corrects it, or confirms that it is the
 * contact of an office or a leader; what is confirmed is one finding at one field, and the audit keeps who confirmed where, never the text.
 */
@Component
class PersonalDataGuard {

    /** The answer that holds confirmations: {@code leadership:48213,plans:911}. */
    static final String CONFIRMED = "contactsConfirmed";

    private final Statements statements;
    private final AuditTrail audit;

    PersonalDataGuard(Statements statements, AuditTrail audit) {
        this.statements = statements;
        this.audit = audit;
    }

    /** The questions to ask first; none when every finding is confirmed, which is then written to the audit. */
    List<Refusal> questions(Report report, Map<String, Object> answers, Actor actor) {
        var confirmed = confirmed(answers);
        var found = findings(texts(answers), stored(report));
        var open = found.entrySet().stream()
                .filter(finding -> !confirmed.contains(token(finding)))
                .toList();
        if (open.isEmpty() && !found.isEmpty()) {
            audit.record(
                    "report.contact-confirmed",
                    actor,
                    report.id().dossier().toString(),
                    report.unit(),
                    Map.of("fields", String.join(", ", found.keySet())),
                    Map.of());
        }
        var questions = new ArrayList<Refusal>();
        for (var finding : open) {
            questions.add(Refusal.of(finding.getKey(), "report.personal"));
        }
        if (!open.isEmpty()) {
            var tokens = open.stream().map(PersonalDataGuard::token).collect(Collectors.joining(","));
            questions.add(Refusal.of(CONFIRMED, "report.personal.confirm", tokens));
        }
        return questions;
    }

    /** The answers as a draft may keep them: without texts that are still to be asked about. */
    Map<String, Object> keepable(Report report, Map<String, Object> answers) {
        var confirmed = confirmed(answers);
        var open = findings(texts(answers), stored(report)).entrySet().stream()
                .filter(finding -> !confirmed.contains(token(finding)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return open.isEmpty() ? answers : without(answers, open);
    }

    private static Map<String, Object> without(Map<String, Object> answers, Set<String> keys) {
        var kept = new LinkedHashMap<>(answers);
        kept.keySet().removeAll(keys);
        if (kept.get("figures") instanceof Map<?, ?> figures) {
            var plain = new LinkedHashMap<Object, Object>();
            figures.forEach((code, figure) -> plain.put(
                    code,
                    keys.contains("figures." + code) && figure instanceof Map<?, ?> map ? wordless(map) : figure));
            kept.put("figures", plain);
        }
        if (kept.get(Proposal.FIELD) instanceof List<?> rows) {
            var left = new ArrayList<Object>();
            for (var i = 0; i < rows.size(); i++) {
                if (!keys.contains(Proposal.FIELD + "[" + i + "].matter")) {
                    left.add(rows.get(i));
                }
            }
            kept.put(Proposal.FIELD, left);
        }
        return kept;
    }

    private static Map<Object, Object> wordless(Map<?, ?> figure) {
        var plain = new LinkedHashMap<Object, Object>(figure);
        plain.remove("reason");
        plain.remove("note");
        return plain;
    }

    /** What was stored before has been asked about before. */
    private Set<String> stored(Report report) {
        var statement = statements.of(report.id(), report.revision());
        var stored = new HashSet<String>();
        statement.texts().values().forEach(text -> stored.add(text.content()));
        statement.proposals().forEach(proposal -> stored.add(proposal.matter()));
        statement.figures().byKey().values().forEach(figure -> stored.add(String.valueOf(figure.reason())));
        stored.addAll(statements.notes(report.id(), report.revision()).values());
        return stored;
    }

    private static Map<String, PersonalData.Finding> findings(Map<String, String> texts, Set<String> stored) {
        var found = new LinkedHashMap<String, PersonalData.Finding>();
        texts.forEach((key, text) -> {
            var finding = stored.contains(text.strip()) ? null : PersonalData.in(text);
            if (finding != null) {
                found.put(key, finding);
            }
        });
        return found;
    }

    /** Every free text among the answers, by the key at which its question stands. */
    private static Map<String, String> texts(Map<String, Object> answers) {
        var texts = new LinkedHashMap<String, String>();
        answers.forEach((key, answer) -> {
            if (answer instanceof String text && !key.equals(CONFIRMED)) {
                texts.put(key, text);
            }
        });
        if (answers.get("figures") instanceof Map<?, ?> figures) {
            figures.forEach((code, figure) -> {
                if (figure instanceof Map<?, ?> map) {
                    var words = text(map.get("reason")) + "\n" + text(map.get("note"));
                    texts.put("figures." + code, words.strip());
                }
            });
        }
        if (answers.get(Proposal.FIELD) instanceof List<?> rows) {
            for (var i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Map<?, ?> row) {
                    texts.put(Proposal.FIELD + "[" + i + "].matter", text(row.get("matter")));
                }
            }
        }
        return texts;
    }

    private static Set<String> confirmed(Map<String, Object> answers) {
        return Arrays.stream(text(answers.get(CONFIRMED)).split("[,\\s]+")).collect(Collectors.toSet());
    }

    private static String token(Map.Entry<String, PersonalData.Finding> finding) {
        return finding.getKey() + ":" + finding.getValue().mark();
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }
}
