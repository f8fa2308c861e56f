package vn.lantoa.models.safety;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** The yearly files as dossiers: what the task list and the dossier page show of them. */
@Component
class SafetyDossiers implements Dossier.Type {

    private final SafetyFileRows rows;
    private final SafetyFiles files;
    private final SafetyRules rules;
    private final SafetyTexts texts;
    private final SafetyWords words;
    private final Units units;
    private final UnitSuccessions successions;
    private final ObjectMapper json;

    SafetyDossiers(
            SafetyFileRows rows,
            SafetyFiles files,
            SafetyRules rules,
            SafetyTexts texts,
            SafetyWords words,
            Units units,
            UnitSuccessions successions,
            ObjectMapper json) {
        this.rows = rows;
        this.files = files;
        this.rules = rules;
        this.texts = texts;
        this.words = words;
        this.units = units;
        this.successions = successions;
        this.json = json;
    }

    @Override
    public String type() {
        return SafetyFileId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(SafetyFileId.of(Long.parseLong(id))).map(this::dossier) : Optional.empty();
    }

    @Override
    public Map<String, Dossier> findAll(Collection<String> ids) {
        return rows.findAll(ids.stream().map(Long::valueOf).toList()).stream()
                .collect(Collectors.toMap(one -> one.id().toString(), this::dossier));
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(SafetyFileId.of(dossier.key()));
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return files.visibleTo(file(dossier), actor);
    }

    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return dossier.unit();
    }

    /** The registration is due by the end of the first quarter, all else until the file is sent by its last day; results have no day of law. */
    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        var file = file(dossier);
        return switch (step) {
            case SafetySteps.REGISTER ->
                Optional.of(rules.term("REGISTER", file.year()).day());
            case SafetySteps.DECISION, SafetySteps.WHY_NOT, SafetySteps.UNSENT, SafetySteps.WITHDRAWAL ->
                Optional.empty();
            default -> Optional.of(file.sendBy());
        };
    }

    /** Never: a second person is to be found, as a deputy if need be. */
    @Override
    public boolean fourEyesWaived(Dossier dossier, String step) {
        return false;
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var file = file(dossier);
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("safety.fact.year", Integer.toString(file.year())));
        facts.add(new Dossier.Fact("safety.fact.state", words.of("safety-file.state." + file.state(), locale)));
        if (file.workplace() != null) {
            facts.add(new Dossier.Fact("safety.fact.workplace", words.of("safety.object." + file.workplace(), locale)));
            facts.add(new Dossier.Fact(
                    "safety.fact.registration",
                    words.of(
                            "safety.registration",
                            locale,
                            file.registrationNumber(),
                            SafetyWords.day(file.registeredOn()))));
        }
        if (file.late()) {
            facts.add(new Dossier.Fact("safety.fact.late", texts.late(file.year())));
        }
        if (file.meets() != null) {
            facts.add(new Dossier.Fact("safety.fact.meets", words.of("safety.meets." + file.meets(), locale)));
        }
        if (!file.ended() && file.sentOn() == null) {
            facts.add(new Dossier.Fact("safety.fact.send-by", SafetyWords.day(file.sendBy())));
        }
        return facts;
    }

    @Override
    public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
        return List.of();
    }

    /** A workplace that is not assessed is offered what it can do. */
    @Override
    public List<Dossier.Link> links(Dossier dossier, Actor actor) {
        var file = file(dossier);
        return file.state() == SafetyFile.State.REFUSED_OBJECT || file.state() == SafetyFile.State.NOT_AN_OBJECT
                ? List.of(
                        new Dossier.Link("safety.link.commitments", "/models/safety?unit=" + dossier.unit()),
                        new Dossier.Link("safety.link.models", "/models"))
                : List.of();
    }

    @Override
    public boolean hasLeft(Dossier dossier) {
        return file(dossier).sentOn() != null;
    }

    @Override
    public Optional<Dossier.Reading> reading(Dossier dossier, Actor actor) {
        var file = file(dossier);
        if (file.workplace() == null) {
            return Optional.empty();
        }
        var schema = json.createObjectNode().put("type", "default").put("id", "safety-file");
        var components = schema.putArray("components");
        var said = file.state() == SafetyFile.State.REFUSED_OBJECT || file.state() == SafetyFile.State.NOT_AN_OBJECT
                ? texts.whyNot(file)
                : texts.file(file);
        said.forEach((id, text) ->
                components.addObject().put("type", "text").put("id", id).put("text", text.replace('<', ' ')));
        return Optional.of(new Dossier.Reading(schema, Map.of()));
    }

    private Dossier dossier(SafetyFile file) {
        var unit = units.find(file.unit()).map(Unit::name).orElse("");
        return new Dossier(
                file.id().dossier(),
                "An toàn về an ninh, trật tự năm " + file.year() + " – " + unit,
                successions.answering(file.unit()),
                file.state().name());
    }

    private SafetyFile file(Dossier dossier) {
        return rows.find(SafetyFileId.of(dossier.key())).orElseThrow();
    }
}
