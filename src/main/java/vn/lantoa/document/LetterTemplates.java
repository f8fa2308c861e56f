package vn.lantoa.document;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** The templates of letters: one in the program for each kind, newer ones of the installation in its place, every version kept. */
@Component
public class LetterTemplates {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Logger LOG = LoggerFactory.getLogger(LetterTemplates.class);

    private final Map<String, LetterKind> kinds;
    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    LetterTemplates(
            List<LetterKind> kinds, StoredFiles files, JdbcClient jdbc, Access access, AuditTrail audit, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(LetterKind::code, kind -> kind));
        this.files = files;
        this.jdbc = jdbc;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param number 0 for the one in the program
     * @param restoredFrom the version that was put back, null when it was uploaded
     */
    public record Version(int number, String name, long file, Integer restoredFrom, String by, Instant at) {}

    /** What became of an upload. */
    public sealed interface Outcome {

        /** It is in use. */
        record Replaced(int version) implements Outcome {}

        /** The file itself cannot be accepted. */
        record NoTemplate(FileRefusal why) implements Outcome {}

        /** Its fields cannot. */
        record BadFields(List<LetterRefused.Reason> why) implements Outcome {}
    }

    /** Codes of the kinds of letters there are, in order. */
    public List<String> kinds() {
        return kinds.keySet().stream().sorted().toList();
    }

    /** The versions that took the place of the program's, newest first. */
    public List<Version> versions(Actor actor, String kind) {
        access.require(actor, Right.MANAGE_TEMPLATES);
        known(kind);
        return versions(kind);
    }

    /** A version as a file of Word. */
    public byte[] download(Actor actor, String kind, int version) {
        access.require(actor, Right.MANAGE_TEMPLATES);
        return content(known(kind), version);
    }

    /** Every field of a kind, a repeated part's field as {@code figures.value}. */
    public List<String> fields(String kind) {
        return LetterFields.of(known(kind).sample());
    }

    /** Puts an uploaded template in the place of the present one, after looking at it. */
    @Transactional
    public Outcome replace(Actor actor, String kindCode, Path upload, String name) {
        access.require(actor, Right.MANAGE_TEMPLATES);
        var kind = known(kindCode);
        var refusal = refusalOf(upload);
        if (refusal.isPresent()) {
            return new Outcome.NoTemplate(refusal.get());
        }
        try {
            var template = Files.readAllBytes(upload);
            LetterCheck.pass(kind, template);
            return new Outcome.Replaced(add(actor, kind, template, FileNames.clean(name, "mau.docx"), null));
        } catch (LetterRefused refused) {
            return new Outcome.BadFields(refused.reasons());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an older version back, as a new one; it is looked at again, for the fields of a kind may have changed since. */
    @Transactional
    public Outcome restore(Actor actor, String kindCode, int version) {
        access.require(actor, Right.MANAGE_TEMPLATES);
        var kind = known(kindCode);
        var template = content(kind, version);
        try {
            LetterCheck.pass(kind, template);
        } catch (LetterRefused refused) {
            return new Outcome.BadFields(refused.reasons());
        }
        return new Outcome.Replaced(add(actor, kind, template, kind.code() + ".docx", version));
    }

    /** The form in use. */
    LetterForm current(LetterKind kind) {
        var newest = versions(kind.code()).stream().findFirst();
        return new LetterForm(kind, content(kind, newest.map(Version::number).orElse(0)));
    }

    /**
     * A letter that cannot be written must be known before the day it is needed: an upgrade may have taken a field from a kind that the
     * installation's own template still has. The program's templates were looked at when it was built.
     */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        for (var kind : kinds.values()) {
            versions(kind.code()).stream().findFirst().ifPresent(newest -> check(kind, newest.number()));
        }
    }

    private void check(LetterKind kind, int version) {
        try {
            LetterCheck.passAgain(kind, content(kind, version));
        } catch (LetterRefused refused) {
            LOG.error("Template {} of letters \"{}\" cannot be used: {}", version, kind.code(), refused.reasons());
        }
    }

    private int add(Actor actor, LetterKind kind, byte[] template, String name, Integer restoredFrom) {
        var version =
                versions(kind.code()).stream().findFirst().map(Version::number).orElse(0) + 1;
        var file = files.keep(new ByteArrayInputStream(template), name, DOCX);
        jdbc.sql(
                        """
                        insert into letter_template (kind, version, file_id, restored_from, made_by, made_by_name, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        kind.code(),
                        version,
                        file.id(),
                        restoredFrom,
                        actor.id().value(),
                        actor.name(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.record(
                restoredFrom == null ? "template.replaced" : "template.restored",
                actor,
                "template:" + kind.code(),
                null,
                Map.of("version", version, "sha256", file.sha256()),
                Map.of("name", name));
        return version;
    }

    private List<Version> versions(String kind) {
        return jdbc.sql(
                        """
                        select t.*, f.name from letter_template t join stored_file f on f.id = t.file_id
                        where t.kind = ? order by t.version desc""")
                .param(kind)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getString("name"),
                        row.getLong("file_id"),
                        row.getObject("restored_from", Integer.class),
                        row.getString("made_by_name"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private byte[] content(LetterKind kind, int version) {
        if (version == 0) {
            return shipped(kind);
        }
        return versions(kind.code()).stream()
                .filter(found -> found.number() == version)
                .findFirst()
                .map(found -> files.read(found.file()))
                .orElseThrow(() -> new NotVisible("template " + kind.code() + " " + version));
    }

    static byte[] shipped(LetterKind kind) {
        var file = "documents/" + kind.code() + ".docx";
        try (var in = LetterTemplates.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileRefusal> refusalOf(Path upload) {
        var verdict = OfficeFiles.check(upload);
        if (verdict instanceof OfficeFiles.Verdict.Refused refused) {
            return Optional.of(refused.refusal());
        }
        var sound = (OfficeFiles.Verdict.Sound) verdict;
        return sound.kind() == OfficeFiles.Kind.DOCX
                ? Optional.empty()
                : Optional.of(FileRefusal.of(FileRefusal.Reason.NAME_AND_CONTENT_DIFFER));
    }

    private LetterKind known(String kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseThrow(() -> new NotVisible("letter " + kind));
    }
}
