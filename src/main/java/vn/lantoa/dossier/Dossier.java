package vn.lantoa.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * What a process is about, as the task list and the dossier page show it.
 *
 * @param title in Vietnamese, e.g. "Báo cáo 6 tháng đầu năm 2026 – LĐLĐ thành phố Đà Nẵng"
 * @param unit the unit it belongs to
 * @param state the feature's code of the state; the word on screen is message {@code <type>.state.<state>}
 */
public record Dossier(DossierKey key, String title, UnitId unit, String state) {

    /** One line of the summary beside the form: a message key for its label, and its value ready to read. */
    public record Fact(String labelKey, String value) {}

    /**
     * Something this person may do with the dossier now, outside its open task: a button that posts to {@code path}.
     *
     * @param labelKey message key of the button
     * @param asks the fields to fill in first ({@code reason}, {@code until}); label {@code field.<name>}; {@code until} and names that
     *     end in {@code On} are days
     */
    public record Act(String labelKey, String path, List<String> asks) {}

    /** Something to take away, such as the dossier as a letter; {@code labelKey} is the message of the link. */
    public record Link(String labelKey, String path) {}

    /** The dossier's form filled in, for those who read and have nothing to do: a schema in read mode and its data. */
    public record Reading(JsonNode schema, Map<String, Object> data) {}

    /** How a feature shows its dossiers to the services: implemented once per type, as a bean. */
    public interface Type {

        /** The first half of the dossier key. */
        String type();

        Optional<Dossier> find(String id);

        /** Holds the dossier until the transaction ends: two acts that count something of it wait for each other here. */
        void lock(Dossier dossier);

        /** Several at once, by their ids; those that are none are left out. A feature with many dossiers answers with one look. */
        default Map<String, Dossier> findAll(Collection<String> ids) {
            return ids.stream()
                    .distinct()
                    .flatMap(id -> find(id).stream())
                    .collect(Collectors.toMap(one -> one.key().id(), Function.identity()));
        }

        /** The due days of one step of several dossiers, by their ids; those without one are left out. */
        default Map<String, LocalDate> dues(Collection<Dossier> dossiers, String step) {
            var dues = new HashMap<String, LocalDate>();
            dossiers.forEach(
                    one -> due(one, step).ifPresent(day -> dues.put(one.key().id(), day)));
            return dues;
        }

        /** Whether this person may read the dossier. */
        boolean visibleTo(Dossier dossier, Actor actor);

        /** The unit that does a step: its own, or another one, e.g. the superior ({@code role} as the diagram says it). */
        default UnitId unitFor(Dossier dossier, String role) {
            return dossier.unit();
        }

        /** The day by whose end this step is due; empty when none. */
        default Optional<LocalDate> due(Dossier dossier, String step) {
            return Optional.empty();
        }

        /** Whether four eyes is waived for this step of this dossier by a dated rule. */
        default boolean fourEyesWaived(Dossier dossier, String step) {
            return false;
        }

        /**
         * Why this person may not do this step of this dossier whatever post they hold, such as who is concerned by it; empty when nothing
         * speaks against it. Asked for stand-ins and for those in whose place they act, when a step is claimed and when it is completed.
         *
         * @return message key of the reason
         */
        default Optional<String> barred(Dossier dossier, String step, PersonId person) {
            return Optional.empty();
        }

        /** The summary beside the form, in this order. */
        List<Fact> facts(Dossier dossier, Locale locale);

        /** What this person may do with it outside its steps. */
        default List<Act> acts(Dossier dossier, Actor actor) {
            return List.of();
        }

        /** What this person may take away. */
        default List<Link> links(Dossier dossier, Actor actor) {
            return List.of();
        }

        /** Whether this person may add files though no step of it waits for them: for what is no process. */
        default boolean mayAttach(Dossier dossier, Actor actor) {
            return false;
        }

        /** Whether anything of it has left its unit: from then on nothing that belongs to it is deleted. */
        default boolean hasLeft(Dossier dossier) {
            return true;
        }

        /** What is shown where no step waits for this person; empty when facts and story say enough. */
        default Optional<Reading> reading(Dossier dossier, Actor actor) {
            return Optional.empty();
        }
    }
}
