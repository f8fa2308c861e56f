package vn.lantoa.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Prints a Word document as PDF. It follows what letters are made of: pages and margins, paragraphs, tables, lists, pictures, page
 * numbers; drawn shapes and text boxes are left out (ADR 32).
 */
final class LetterPdf {

    private static final float A4_WIDTH = 595.3f;
    private static final float A4_HEIGHT = 841.9f;

    /** Points: a heading and a line of text. */
    private static final float ROOM_FOR_A_LINE = 60;

    /** Points: a heading, the head of a table and its first row. */
    private static final float ROOM_FOR_A_TABLE = 120;

    private final XWPFDocument word;
    private final PdfParagraphs paragraphs;

    private LetterPdf(XWPFDocument word) {
        this.word = word;
        this.paragraphs = new PdfParagraphs(new WordStyles(word), new WordLists());
    }

    static byte[] of(XWPFDocument word, String title) {
        return new LetterPdf(word).print(title);
    }

    /** What stands under one page setting. */
    private record Part(CTSectPr setting, List<IBodyElement> elements) {}

    private byte[] print(String title) {
        var out = new ByteArrayOutputStream();
        var parts = parts();
        try (var document = new Document()) {
            var writer = PdfWriter.getInstance(document, out);
            var edges = new Edges();
            writer.setPageEvent(edges);
            document.addTitle(title);
            document.addCreator("Lan Tỏa");
            for (var part : parts) {
                edges.enter(part.setting());
                set(document, part.setting());
                if (document.isOpen()) {
                    document.newPage();
                } else {
                    document.open();
                    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("vi"));
                }
                for (var at = 0; at < part.elements().size(); at++) {
                    keepWithNext(document, writer, part.elements(), at);
                    add(document, writer, part.elements().get(at), textWidth(part.setting()));
                }
            }
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** A heading that ends a page heads nothing: what is to be kept with the next begins a page where little room is left for both. */
    private void keepWithNext(Document document, PdfWriter writer, List<IBodyElement> elements, int at) {
        var next = at + 1 < elements.size() ? elements.get(at + 1) : null;
        var needed = next instanceof XWPFTable ? ROOM_FOR_A_TABLE : ROOM_FOR_A_LINE;
        if (next != null
                && elements.get(at) instanceof XWPFParagraph heading
                && paragraphs.keepsWithNext(heading)
                && writer.getVerticalPosition(false) - document.bottom() < needed) {
            document.newPage();
        }
    }

    private void add(Document document, PdfWriter writer, IBodyElement element, float width) {
        for (var part : elements(element, width, null)) {
            if (part == Chunk.NEXTPAGE) {
                document.newPage();
            } else {
                document.add(part);
            }
        }
    }

    private List<Element> elements(IBodyElement element, float width, Integer page) {
        if (element instanceof XWPFParagraph paragraph) {
            return paragraphs.of(paragraph, page);
        }
        if (element instanceof XWPFTable table) {
            return List.of(new PdfTables(inner -> elements(inner, width, page)).of(table, width));
        }
        return List.of();
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        var elements = new ArrayList<IBodyElement>();
        for (var element : word.getBodyElements()) {
            elements.add(element);
            if (element instanceof XWPFParagraph paragraph
                    && paragraph.getCTP().isSetPPr()
                    && paragraph.getCTP().getPPr().isSetSectPr()) {
                parts.add(new Part(paragraph.getCTP().getPPr().getSectPr(), elements));
                elements = new ArrayList<>();
            }
        }
        parts.add(new Part(word.getDocument().getBody().getSectPr(), elements));
        return parts;
    }

    private static void set(Document document, CTSectPr setting) {
        var size = setting == null ? null : setting.getPgSz();
        document.setPageSize(
                size == null
                        ? new Rectangle(A4_WIDTH, A4_HEIGHT)
                        : new Rectangle(PdfParagraphs.twips(size.getW()), PdfParagraphs.twips(size.getH())));
        var margins = setting == null ? null : setting.getPgMar();
        if (margins != null) {
            document.setMargins(
                    PdfParagraphs.twips(margins.getLeft()),
                    PdfParagraphs.twips(margins.getRight()),
                    PdfParagraphs.twips(margins.getTop()),
                    PdfParagraphs.twips(margins.getBottom()));
        }
    }

    private static float textWidth(CTSectPr setting) {
        if (setting == null || setting.getPgSz() == null || setting.getPgMar() == null) {
            return A4_WIDTH - 72;
        }
        return PdfParagraphs.twips(setting.getPgSz().getW())
                - PdfParagraphs.twips(setting.getPgMar().getLeft())
                - PdfParagraphs.twips(setting.getPgMar().getRight());
    }

    /** What stands above and below the text of each page. */
    private final class Edges extends PdfPageEventHelper {

        private CTSectPr setting;
        private boolean firstOfPart;

        void enter(CTSectPr next) {
            pending = next;
        }

        private CTSectPr pending;

        @Override
        public void onStartPage(PdfWriter writer, Document document) {
            firstOfPart = pending != null;
            setting = pending == null ? setting : pending;
            pending = null;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            if (setting == null) {
                return;
            }
            var kind =
                    firstOfPart && setting.isSetTitlePg() && WordStyles.on(setting.getTitlePg()) ? "first" : "default";
            for (var reference : setting.getHeaderReferenceList()) {
                if (reference.getType().toString().equals(kind)) {
                    write(writer, document, reference.getId());
                }
            }
            for (var reference : setting.getFooterReferenceList()) {
                if (reference.getType().toString().equals(kind)) {
                    write(writer, document, reference.getId());
                }
            }
        }

        private void write(PdfWriter writer, Document document, String id) {
            if (!(word.getRelationById(id) instanceof XWPFHeaderFooter edge)) {
                return;
            }
            var margins = setting.getPgMar();
            var column = new ColumnText(writer.getDirectContent());
            var height = document.getPageSize().getHeight();
            if (edge instanceof XWPFHeader) {
                var top = margins == null ? 36 : PdfParagraphs.twips(margins.getHeader());
                column.setSimpleColumn(document.left(), document.top() - 2, document.right(), height - top);
            } else {
                var bottom = margins == null ? 36 : PdfParagraphs.twips(margins.getFooter());
                column.setSimpleColumn(
                        document.left(), Math.min(bottom, document.bottom()) - 2, document.right(), document.bottom());
            }
            for (var element : edge.getBodyElements()) {
                elements(element, document.right() - document.left(), writer.getPageNumber()).stream()
                        .filter(part -> part != Chunk.NEXTPAGE
                                && (part.type() == Element.PARAGRAPH || part instanceof PdfPTable))
                        .forEach(column::addElement);
            }
            try {
                column.go();
            } catch (DocumentException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
