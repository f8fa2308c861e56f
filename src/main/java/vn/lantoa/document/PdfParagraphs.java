package vn.lantoa.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.draw.LineSeparator;
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
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** Turns paragraphs of a Word document into paragraphs of a PDF. */
final class PdfParagraphs {

    static final float POINTS_PER_TWIP = 1 / 20f;

    private static final float NATURAL_LINE = 1.15f;
    private static final int LINES_WHOLE = 240;
    private static final float RULE = 6;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final WordStyles styles;
    private final WordLists lists;

    PdfParagraphs(WordStyles styles, WordLists lists) {
        this.styles = styles;
        this.lists = lists;
    }

    /** @param page what a page number field shows, null where there is none to show */
    List<Element> of(XWPFParagraph word, Integer page) {
        var writing = new Writing(word, page);
        writing.run();
        var paragraph = new Paragraph();
        paragraph.setFont(font(styles.lookOf(word, null)));
        paragraph.addAll(writing.chunks);
        paragraph.setLeading(leading(
                styles.ofParagraph(word, p -> p.isSetSpacing() && p.getSpacing().isSetLine() ? p.getSpacing() : null),
                writing.largest));
        paragraph.setSpacingBefore(twips(styles.ofParagraph(
                word,
                p -> p.isSetSpacing() && p.getSpacing().isSetBefore()
                        ? p.getSpacing().getBefore()
                        : null)));
        paragraph.setSpacingAfter(twips(styles.ofParagraph(
                word,
                p -> p.isSetSpacing() && p.getSpacing().isSetAfter()
                        ? p.getSpacing().getAfter()
                        : null)));
        paragraph.setAlignment(alignment(word));
        var ind = styles.ofParagraph(word, p -> p.isSetInd() ? p.getInd() : null);
        indent(paragraph, ind);
        paragraph.setKeepTogether(keeps(word));
        if (writing.empty()) {
            paragraph.add(new Chunk("\u00a0", font(styles.lookOf(word, null))));
        }
        var elements = new ArrayList<Element>();
        if (writing.breaksBefore || breaksBefore(word)) {
            elements.add(Chunk.NEXTPAGE);
        }
        var borders = styles.ofParagraph(word, p -> p.isSetPBdr() ? p.getPBdr() : null);
        rule(elements, paragraph, borders == null ? null : borders.getTop());
        if (borders == null || !writing.empty()) {
            elements.add(paragraph);
        }
        rule(elements, paragraph, borders == null ? null : borders.getBottom());
        if (writing.breaksAfter) {
            elements.add(Chunk.NEXTPAGE);
        }
        return elements;
    }

    /** One run after the other, fields told from their shown results. */
    private final class Writing {

        private final XWPFParagraph word;
        private final Integer page;
        private final List<Chunk> chunks = new ArrayList<>();
        private float largest;
        private boolean breaksBefore;
        private boolean breaksAfter;
        private int depth;
        private boolean hidden;
        private final StringBuilder instruction = new StringBuilder();

        Writing(XWPFParagraph word, Integer page) {
            this.word = word;
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

        private boolean empty() {
            return !pictured()
                    && chunks.stream().allMatch(chunk -> chunk.getContent().isEmpty());
        }

        private boolean pictured() {
            return chunks.stream().anyMatch(chunk -> chunk.getImage() != null);
        }
    }

    private static Font font(WordStyles.Look look) {
        var color = look.color() == null ? Color.BLACK : new Color(Integer.parseInt(look.color(), 16));
        return new Font(
                PdfFonts.of(look.font(), look.bold(), look.italic()),
                look.size(),
                look.underlined() ? Font.UNDERLINE : Font.NORMAL,
                color);
    }

    private static float leading(CTSpacing spacing, float size) {
        var line = spacing == null ? null : WordStyles.number(spacing.getLine());
        if (line == null) {
            return size * NATURAL_LINE;
        }
        var rule = spacing.isSetLineRule() ? spacing.getLineRule().toString() : "auto";
        return switch (rule) {
            case "exact" -> line.floatValue() * POINTS_PER_TWIP;
            case "atLeast" -> Math.max(size * NATURAL_LINE, line.floatValue() * POINTS_PER_TWIP);
            default -> size * NATURAL_LINE * line.floatValue() / LINES_WHOLE;
        };
    }

    private int alignment(XWPFParagraph word) {
        var jc = styles.ofParagraph(word, p -> p.isSetJc() ? p.getJc().getVal().toString() : null);
        return switch (jc == null ? "left" : jc) {
            case "center" -> Element.ALIGN_CENTER;
            case "right", "end" -> Element.ALIGN_RIGHT;
            case "both", "distribute" -> Element.ALIGN_JUSTIFIED;
            default -> Element.ALIGN_LEFT;
        };
    }

    private static void indent(Paragraph paragraph, CTInd ind) {
        if (ind == null) {
            return;
        }
        paragraph.setIndentationLeft(twips(ind.isSetLeft() ? ind.getLeft() : ind.isSetStart() ? ind.getStart() : null));
        paragraph.setIndentationRight(twips(ind.isSetRight() ? ind.getRight() : ind.isSetEnd() ? ind.getEnd() : null));
        if (ind.isSetFirstLine()) {
            paragraph.setFirstLineIndent(twips(ind.getFirstLine()));
        } else if (ind.isSetHanging()) {
            paragraph.setFirstLineIndent(-twips(ind.getHanging()));
        }
    }

    private boolean keeps(XWPFParagraph word) {
        return Boolean.TRUE.equals(
                styles.ofParagraph(word, p -> p.isSetKeepLines() ? WordStyles.on(p.getKeepLines()) : null));
    }

    private boolean breaksBefore(XWPFParagraph word) {
        return Boolean.TRUE.equals(
                styles.ofParagraph(word, p -> p.isSetPageBreakBefore() ? WordStyles.on(p.getPageBreakBefore()) : null));
    }

    /** A line above or below a paragraph, such as the rule under the motto: as wide as the paragraph's indents leave. */
    private static void rule(List<Element> elements, Paragraph paragraph, CTBorder border) {
        if (border == null
                || border.getVal() == null
                || border.getVal().toString().matches("none|nil")) {
            return;
        }
        var width = border.isSetSz() ? border.getSz().floatValue() / 8 : 0.5f;
        var line = new Chunk(new LineSeparator(width, 100, Color.BLACK, Element.ALIGN_CENTER, 1));
        line.setFont(new Font(PdfFonts.of(null, false, false), 1));
        var rule = new Paragraph(line);
        rule.setLeading(RULE);
        rule.setIndentationLeft(paragraph.getIndentationLeft());
        rule.setIndentationRight(paragraph.getIndentationRight());
        elements.add(rule);
    }

    static float twips(Object value) {
        var number = WordStyles.number(value);
        return number == null ? 0 : number.floatValue() * POINTS_PER_TWIP;
    }
}
