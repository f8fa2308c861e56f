package vn.lantoa.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.draw.LineSeparator;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;

/** Turns paragraphs of a Word document into paragraphs of a PDF. */
final class PdfParagraphs {

    static final float POINTS_PER_TWIP = 1 / 20f;

    private static final float NATURAL_LINE = 1.15f;
    private static final int LINES_WHOLE = 240;
    private static final float RULE = 8;

    private final WordStyles styles;
    private final WordLists lists;

    PdfParagraphs(WordStyles styles, WordLists lists) {
        this.styles = styles;
        this.lists = lists;
    }

    /** @param page what a page number field shows, null where there is none to show */
    List<Element> of(XWPFParagraph word, Integer page) {
        var writing = new PdfRuns(word, page, styles, lists);
        writing.run();
        var paragraph = new Paragraph();
        paragraph.setFont(PdfRuns.font(styles.lookOf(word, null)));
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
            paragraph.add(new Chunk("\u00a0", PdfRuns.font(styles.lookOf(word, null))));
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

    /** Whether Word would never leave it alone at the end of a page. */
    boolean keepsWithNext(XWPFParagraph word) {
        return Boolean.TRUE.equals(
                styles.ofParagraph(word, p -> p.isSetKeepNext() ? WordStyles.on(p.getKeepNext()) : null));
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
