package vn.lantoa.models.catalogue;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.document.Attachments;
import vn.lantoa.models.KindId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.VietnameseText;

/** The pictures of kinds: what was uploaded is checked and kept as an attachment of the kind; lists show it drawn small. */
@Component
public class KindPictures {

    /** A list of kinds must come up on a phone with a slow line. */
    private static final int WIDTH = 720;

    private static final int LONGEST_CAPTION = 200;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Clock clock;

    KindPictures(JdbcClient jdbc, Attachments attachments, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A picture ready to be shown. */
    public record Picture(String mediaType, byte[] content, String sha256) {}

    /** What became of a picture: a {@code message} with its argument, and whether the kind shows it now. */
    public record Outcome(boolean taken, String message, String argument) {}

    public Optional<Picture> find(KindId id) {
        return jdbc.sql("select media_type, content, sha256 from model_kind_picture where kind_id = ?")
                .param(id.value())
                .query((row, n) ->
                        new Picture(row.getString("media_type"), row.getBytes("content"), row.getString("sha256")))
                .optional();
    }

    /** What the pictures of kinds tell, by the kinds that have one. */
    Map<Long, String> captions(Collection<Long> kinds) {
        return kinds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select kind_id, caption from model_kind_picture where kind_id in (:kinds)")
                        .param("kinds", kinds)
                        .query((row, n) -> Map.entry(row.getLong("kind_id"), row.getString("caption")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Shows an uploaded picture from now on.
     *
     * @param name as the browser gave it
     * @param caption what it shows, in words
     * @throws vn.lantoa.organization.NotAllowed for who does not keep the kind
     */
    @Transactional
    public Outcome show(Actor actor, KindId id, Path upload, String name, String caption) {
        var words = caption == null ? "" : VietnameseText.clean(caption);
        var dossier = KindDossiers.key(id);
        if (!attachments.mayAdd(actor, dossier)) {
            // Says who may not: strangers are refused before anything is said about the file.
            attachments.add(actor, dossier, upload, name);
        }
        if (words.isEmpty() || words.length() > LONGEST_CAPTION) {
            return new Outcome(false, "models.kind.refused.caption", "");
        }
        if (name == null || !name.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(png|jpe?g)")) {
            return new Outcome(false, "models.kind.refused.picture", "");
        }
        var outcome = attachments.add(actor, dossier, upload, name);
        if (outcome instanceof Attachments.Outcome.Refused refused) {
            return new Outcome(false, refused.key(), refused.where());
        }
        var added = (Attachments.Outcome.Added) outcome;
        var full = new ByteArrayOutputStream();
        attachments.copy(attachments.open(actor, dossier, added.id()), full);
        keep(actor, id, small(full.toByteArray()), words);
        return new Outcome(true, "models.kind.toast.picture", "");
    }

    private void keep(Actor actor, KindId id, byte[] content, String caption) {
        jdbc.sql("delete from model_kind_picture where kind_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("insert into model_kind_picture (kind_id, media_type, content, sha256, caption, added_by, added_at)"
                        + " values (?, 'image/jpeg', ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        content,
                        sha256(content),
                        caption,
                        actor.id().value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static byte[] small(byte[] full) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(full));
            var width = Math.min(WIDTH, image.getWidth());
            var height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
            var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var pen = drawn.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(
                    image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
                    0,
                    0,
                    java.awt.Color.WHITE,
                    null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(drawn, "jpeg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
