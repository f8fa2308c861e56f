package vn.lantoa.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import java.awt.Color;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** The runs of one paragraph, one after the other; fields are told from what Word last showed in their place. */
final class PdfRuns {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final XWPFParagraph word;
    private final WordStyles styles;
    private final WordLists lists;
    private final Integer page;
    final List<Chunk> chunks = new ArrayList<>();
    float largest;
    boolean breaksBefore;
    boolean breaksAfter;
    private int depth;
    private boolean hidden;
    private final StringBuilder instruction = new StringBuilder();

    PdfRuns(XWPFParagraph word, Integer page, WordStyles styles, WordLists lists) {
        this.word = word;
        this.styles = styles;
        this.lists = lists;
        this.page = page;
        this.largest = styles.lookOf(word, null).size();
    }

    void run() {
        var label = lists.labelOf(word);
        if (label != null) {
            add(label + " ", styles.lookOf(word, null));
        }
        var own = 0f;
        for (IRunElement element : word.getIRuns()) {
            if (element instanceof XWPFRun run) {
                var look = styles.lookOf(word, run.getCTR());
                own = Math.max(own, look.size());
                write(run, look);
            }
        }
        if (!chunks.isEmpty()) {
            largest = Math.max(own, 1);
        }
    }

    private void write(XWPFRun run, WordStyles.Look look) {
        try (var cursor = run.getCTR().newCursor()) {
            for (var more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                write(cursor.getObject(), cursor.getName().getLocalPart(), look);
            }
        }
        for (var picture : run.getEmbeddedPictures()) {
            picture(picture);
        }
    }

    private void write(Object part, String name, WordStyles.Look look) {
        if (part instanceof CTFldChar mark) {
            field(mark.getFldCharType().toString(), look);
        } else if (part instanceof CTText text && name.equals("instrText")) {
            instruction.append(text.getStringValue());
        } else if (hidden) {
            return;
        } else if (part instanceof CTText text) {
            add(text.getStringValue(), look);
        } else if (part instanceof CTBr line) {
            broken(line, look);
        } else if (name.equals("tab")) {
            add("\u00a0\u00a0\u00a0\u00a0", look);
        } else if (name.equals("noBreakHyphen")) {
            add("\u2011", look);
        }
    }

    private void field(String mark, WordStyles.Look look) {
        switch (mark) {
            case "begin" -> {
                depth++;
                instruction.setLength(0);
                hidden = true;
            }
            case "separate" -> showField(look);
            default -> {
                if (hidden && instruction.toString().strip().startsWith("PAGE")) {
                    showField(look);
                }
                depth = Math.max(0, depth - 1);
                hidden = depth > 0 && hidden;
                instruction.setLength(0);
            }
        }
    }

    private void showField(WordStyles.Look look) {
        if (instruction.toString().strip().startsWith("PAGE")) {
            add(page == null ? "" : page.toString(), look);
            instruction.setLength(0);
            // What Word showed last is replaced by the number of this page.
            hidden = true;
        } else {
            hidden = false;
        }
    }

    private void broken(CTBr line, WordStyles.Look look) {
        if (line.isSetType() && line.getType().toString().equals("page")) {
            if (chunks.isEmpty()) {
                breaksBefore = true;
            } else {
                breaksAfter = true;
            }
        } else {
            chunks.add(new Chunk("\n", font(look)));
        }
    }

    private void add(String text, WordStyles.Look look) {
        if (text.isEmpty()) {
            return;
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var chunk = new Chunk(look.caps() ? composed.toUpperCase(VIETNAMESE) : composed, font(look));
        if (look.rise() != 0) {
            chunk.setTextRise(look.rise());
        }
        chunks.add(chunk);
    }

    private void picture(org.apache.poi.xwpf.usermodel.XWPFPicture picture) {
        try {
            var image = Image.getInstance(picture.getPictureData().getData());
            image.scaleAbsolute((float) picture.getWidth(), (float) Units.toPoints(
                    picture.getCTPicture().getSpPr().getXfrm().getExt().getCy()));
            chunks.add(new Chunk(image, 0, 0, true));
        } catch (IOException | RuntimeException notAPicture) {
            // A kind of picture PDF does not know: the letter goes without it, as the page of templates says.
            chunks.add(new Chunk(""));
        }
    }

    boolean empty() {
        return !pictured()
                && chunks.stream().allMatch(chunk -> chunk.getContent().isEmpty());
    }

    boolean pictured() {
        return chunks.stream().anyMatch(chunk -> chunk.getImage() != null);
    }

    static Font font(WordStyles.Look look) {
        var color = look.color() == null ? Color.BLACK : new Color(Integer.parseInt(look.color(), 16));
        return new Font(
                PdfFonts.of(look.font(), look.bold(), look.italic()),
                look.size(),
                look.underlined() ? Font.UNDERLINE : Font.NORMAL,
                color);
    }
}
