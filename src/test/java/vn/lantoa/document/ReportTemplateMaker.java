package vn.lantoa.document;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/**
 * Made the first templates of the report and of the letter to late units (layouts T4 and T5 of DOMAIN §5.4) and is kept to make them anew;
 * from there on they are edited in Word. Run its
 * main method in the project's folder.
 */
final class ReportTemplateMaker {

    static final int TWIPS_PER_CM = 567;
    static final int BODY = 14;

    final XWPFDocument word = new XWPFDocument();

    ReportTemplateMaker() {}

    public static void main(String[] arguments) throws IOException {
        var maker = new ReportTemplateMaker();
        maker.write();
        try (var out = Files.newOutputStream(Path.of("src/main/resources/documents/report.docx"))) {
            maker.word.write(out);
        }
        var overdue = new ReportTemplateMaker();
        overdue.overdue();
        try (var out = Files.newOutputStream(Path.of("src/main/resources/documents/overdue.docx"))) {
            overdue.word.write(out);
        }
    }

    /** An official letter has no name of its kind: "V/v" stands under the number (Mẫu 1.5). */
    private void overdue() {
        page();
        head();
        line(word.getTables().get(0).getRow(1).getCell(0), false, "V/v {{subject}}", 12, false, false);
        var to = paragraph(word.createParagraph(), "Kính gửi:", BODY, false, false, ParagraphAlignment.CENTER);
        to.setSpacingBefore(240);
        block("addressees");
        paragraph(word.createParagraph(), "{{name}}", BODY, false, false, ParagraphAlignment.CENTER);
        end("addressees");
        text("{{basis}}", false);
        text("Đến hết ngày {{today}}, {{unit}} chưa nhận được báo cáo {{period}} của các đơn vị sau:", false);
        var table = word.createTable(2, 4);
        widths(table, 1.4, 8.6, 3.2, 3.0);
        table.setTableAlignment(TableRowAlign.CENTER);
        var heads = new String[] {"{{late}}STT", "Đơn vị", "Hạn nộp", "Số ngày quá hạn"};
        var cells = new String[] {"[place]", "[name]", "[due]", "[days]"};
        for (var column = 0; column < heads.length; column++) {
            var head = table.getRow(0).getCell(column);
            head.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            paragraph(head.getParagraphs().get(0), heads[column], 12, true, false, ParagraphAlignment.CENTER);
            var aligned = column == 1 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER;
            paragraph(table.getRow(1).getCell(column).getParagraphs().get(0), cells[column], 12, false, false, aligned);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
        text("{{unit}} đề nghị các đơn vị có tên trên hoàn thành và gửi báo cáo {{until}}.", false);
        text("Vướng mắc trong quá trình thực hiện, đề nghị liên hệ {{contact}}./.", false);
        signature();
    }

    private void write() {
        page();
        head();
        title();
        body();
        signature();
        annex();
        // Word wants a paragraph after a table; this one takes no room.
        var last = word.createParagraph();
        last.setSpacingAfter(0);
        last.createRun().setFontSize(2);
    }

    /** A4, margins of NĐ 30/2020 Phụ lục I; the page's number stands in the top margin, not on the first page. */
    void page() {
        var styles = word.createStyles();
        var fonts = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setCs("Times New Roman");
        styles.setDefaultFonts(fonts);
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(TWIPS_PER_CM * 2));
        margins.setBottom(BigInteger.valueOf(TWIPS_PER_CM * 2));
        margins.setLeft(BigInteger.valueOf(TWIPS_PER_CM * 3));
        margins.setRight(BigInteger.valueOf(TWIPS_PER_CM * 3 / 2));
        margins.setHeader(BigInteger.valueOf(TWIPS_PER_CM));
        margins.setFooter(BigInteger.valueOf(TWIPS_PER_CM));
        section.addNewTitlePg();
        word.createHeader(HeaderFooterType.FIRST).createParagraph();
        var number = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        var run = number.createRun();
        run.setFontSize(BODY);
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run.getCTR().addNewInstrText().setStringValue("PAGE");
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    void head() {
        block("draft");
        var draft = paragraph(word.createParagraph(), "{{mark}}", 14, true, false, ParagraphAlignment.RIGHT);
        draft.setSpacingAfter(120);
        end("draft");
        var table = plain(2, 6.8, 9.7);
        var left = table.getRow(0).getCell(0);
        line(left, true, "{{superior}}", 12, false, false);
        line(left, false, "{{issuer}}", 12, true, false);
        rule(left.addParagraph(), 2.2);
        var right = table.getRow(0).getCell(1);
        line(right, true, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false);
        line(right, false, "Độc lập - Tự do - Hạnh phúc", 13, true, false);
        // As long as the motto above it.
        rule(right.addParagraph(), 1.85);
        line(table.getRow(1).getCell(0), true, "Số: {{number}}", 13, false, false);
        line(table.getRow(1).getCell(1), true, "{{place}}, {{date}}", 13, false, true);
    }

    private void title() {
        var name = paragraph(word.createParagraph(), "BÁO CÁO", 14, true, false, ParagraphAlignment.CENTER);
        name.setSpacingBefore(240);
        paragraph(word.createParagraph(), "{{title}}", 14, true, false, ParagraphAlignment.CENTER);
        rule(word.createParagraph(), 6.2);
        var to = paragraph(
                word.createParagraph(), "Kính gửi: {{addressee}}", BODY, false, false, ParagraphAlignment.CENTER);
        to.setSpacingBefore(120);
        to.setSpacingAfter(120);
    }

    private void body() {
        text(
                "Thực hiện chế độ báo cáo về phong trào “Toàn dân bảo vệ an ninh Tổ quốc”, {{unit}} báo cáo kết quả {{period}}"
                        + " (số liệu {{span}}) như sau:",
                false);
        block("sections");
        heading("{{heading}}", false);
        block("paragraphs");
        text("{{text}}", false);
        end("paragraphs");
        block("parts");
        heading("{{heading}}", true);
        block("paragraphs");
        text("{{text}}", false);
        end("paragraphs");
        end("parts");
        end("sections");
        text("Trên đây là báo cáo kết quả {{period}} của {{unit}}./.", false);
    }

    void signature() {
        var table = plain(1, 8.0, 8.5);
        table.getRow(0).setCantSplitRow(true);
        var left = table.getRow(0).getCell(0);
        var label = paragraph(left.getParagraphs().get(0), "Nơi nhận:", 12, true, true, ParagraphAlignment.LEFT);
        label.setSpacingBefore(240);
        tight(left.addParagraph(), "{{?recipients}}", 11);
        tight(left.addParagraph(), "{{name}}", 11);
        tight(left.addParagraph(), "{{/recipients}}", 11);
        var right = table.getRow(0).getCell(1);
        var authority =
                paragraph(right.getParagraphs().get(0), "{{authority}}", BODY, true, false, ParagraphAlignment.CENTER);
        authority.setSpacingBefore(240);
        line(right, false, "{{post}}", BODY, true, false);
        for (var empty = 0; empty < 4; empty++) {
            line(right, false, "", BODY, false, false);
        }
        line(right, false, "{{signer}}", BODY, true, false);
    }

    private void annex() {
        var start = word.createParagraph();
        start.createRun().addBreak(BreakType.PAGE);
        paragraph(start, "PHỤ LỤC", 14, true, false, ParagraphAlignment.CENTER);
        paragraph(word.createParagraph(), "BIỂU SỐ LIỆU {{title}}", 13, true, false, ParagraphAlignment.CENTER);
        paragraph(
                        word.createParagraph(),
                        "(Kèm theo Báo cáo số {{number}} {{date}} của {{unit}})",
                        13,
                        false,
                        true,
                        ParagraphAlignment.CENTER)
                .setSpacingAfter(160);
        var table = word.createTable(2, 5);
        widths(table, 1.2, 7.2, 2.4, 3.4, 2.3);
        table.setTableAlignment(TableRowAlign.CENTER);
        var heads = new String[] {"{{figures}}STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"};
        var cells = new String[] {"[place]", "[name]", "[unit]", "[value]", "[note]"};
        for (var column = 0; column < heads.length; column++) {
            var head = table.getRow(0).getCell(column);
            head.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            paragraph(head.getParagraphs().get(0), heads[column], 12, true, false, ParagraphAlignment.CENTER);
            var aligned = column == 1 || column == 4
                    ? ParagraphAlignment.LEFT
                    : column == 3 ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER;
            paragraph(table.getRow(1).getCell(column).getParagraphs().get(0), cells[column], 12, false, false, aligned);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
    }

    void block(String name) {
        tight(word.createParagraph(), "{{?" + name + "}}", BODY);
    }

    void end(String name) {
        tight(word.createParagraph(), "{{/" + name + "}}", BODY);
    }

    void heading(String text, boolean inner) {
        var heading = paragraph(word.createParagraph(), text, BODY, true, inner, ParagraphAlignment.BOTH);
        heading.setIndentationFirstLine(TWIPS_PER_CM);
        heading.setSpacingBefore(120);
        heading.setSpacingAfter(60);
        heading.setKeepNext(true);
    }

    void text(String text, boolean bold) {
        var body = paragraph(word.createParagraph(), text, BODY, bold, false, ParagraphAlignment.BOTH);
        body.setIndentationFirstLine(TWIPS_PER_CM);
        body.setSpacingBefore(60);
        body.setSpacingAfter(120);
        body.setSpacingBetween(1.1);
    }

    XWPFTable plain(int rows, double... centimetres) {
        var table = word.createTable(rows, centimetres.length);
        table.removeBorders();
        widths(table, centimetres);
        return table;
    }

    static void widths(XWPFTable table, double... centimetres) {
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (var width : centimetres) {
            grid.addNewGridCol().setW(BigInteger.valueOf(Math.round(width * TWIPS_PER_CM)));
        }
        for (var row : table.getRows()) {
            for (var column = 0; column < centimetres.length; column++) {
                row.getCell(column).setWidth(String.valueOf(Math.round(centimetres[column] * TWIPS_PER_CM)));
            }
        }
        table.getCTTbl()
                .getTblPr()
                .addNewTblLayout()
                .setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType.FIXED);
    }

    void line(XWPFTableCell cell, boolean first, String text, int size, boolean bold, boolean italic) {
        var line = first ? cell.getParagraphs().get(0) : cell.addParagraph();
        paragraph(line, text, size, bold, italic, ParagraphAlignment.CENTER);
    }

    /** A line of its own, this far from both sides. */
    static void rule(XWPFParagraph line, double centimetres) {
        line.setIndentationLeft((int) (centimetres * TWIPS_PER_CM));
        line.setIndentationRight((int) (centimetres * TWIPS_PER_CM));
        line.setSpacingBefore(40);
        line.setSpacingAfter(60);
        line.createRun().setFontSize(2);
        line.setSpacingBetween(3, org.apache.poi.xwpf.usermodel.LineSpacingRule.EXACT);
        var border = line.getCTP().getPPr().addNewPBdr().addNewTop();
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(6));
    }

    static void tight(XWPFParagraph line, String text, int size) {
        paragraph(line, text, size, false, false, ParagraphAlignment.LEFT);
    }

    static XWPFParagraph paragraph(
            XWPFParagraph paragraph,
            String text,
            int size,
            boolean bold,
            boolean italic,
            ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setFontFamily("Times New Roman");
        run.setBold(bold);
        run.setItalic(italic);
        run.setFontSize(size);
        run.setText(text);
        return paragraph;
    }
}
