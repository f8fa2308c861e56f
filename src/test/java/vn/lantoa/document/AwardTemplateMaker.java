package vn.lantoa.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * Made the first templates of the proposal and of the decision on commendations (layouts T1 and T3 of DOMAIN §5.4) and is kept to make them
 * anew; from there on they are edited in Word. Run its main method in the project's folder.
 */
final class AwardTemplateMaker {

    private static final int BODY = ReportTemplateMaker.BODY;

    private final ReportTemplateMaker made = new ReportTemplateMaker();

    public static void main(String[] arguments) throws IOException {
        var proposal = new AwardTemplateMaker();
        proposal.proposal();
        proposal.keep("award-proposal");
        var decision = new AwardTemplateMaker();
        decision.decision();
        decision.keep("award-decision");
    }

    private void keep(String name) throws IOException {
        // Word wants a paragraph after a table; this one takes no room.
        var last = made.word.createParagraph();
        last.setSpacingAfter(0);
        last.createRun().setFontSize(2);
        try (var out = Files.newOutputStream(Path.of("src/main/resources/documents/" + name + ".docx"))) {
            made.word.write(out);
        }
    }

    private void proposal() {
        made.page();
        made.head();
        title("TỜ TRÌNH", "Về việc {{subject}}");
        centred("Kính gửi: {{addressee}}", false).setSpacingAfter(120);
        bases(false);
        made.text(
                "{{unit}} đã tổ chức xét chọn theo quy định và {{subject}} cho {{collectives}} ({{collectiveWords}}) tập thể và"
                        + " {{individuals}} ({{individualWords}}) cá nhân (có danh sách kèm theo), cụ thể như sau:",
                false);
        table(
                "counts",
                new String[] {"STT", "Danh hiệu, hình thức", "Tập thể", "Cá nhân"},
                new String[] {"[place]", "[award]", "[collectives]", "[individuals]"},
                1.2,
                9.3,
                3.0,
                3.0);
        made.text("{{assessment}}", false);
        made.text("{{commitment}}", false);
        made.block("attachments");
        made.text("Hồ sơ kèm theo: {{text}}", false);
        made.end("attachments");
        made.text("{{unit}} kính trình {{addressee}} xem xét, quyết định./.", false);
        made.signature();
        annex("Kèm theo Tờ trình số {{number}} {{date}} của {{unit}}");
        table(
                "list",
                new String[] {
                    "STT", "Tập thể, cá nhân", "Chức vụ, đơn vị", "Hình thức đề nghị", "Thời gian lập thành tích"
                },
                new String[] {"[place]", "[name]", "[unit]", "[award]", "[period]"},
                1.2,
                4.0,
                4.2,
                4.3,
                2.8);
    }

    private void decision() {
        made.page();
        made.head();
        title("QUYẾT ĐỊNH", "Về việc {{subject}}");
        centred("{{body}}", true).setSpacingBefore(120);
        bases(true);
        centred("QUYẾT ĐỊNH:", true).setSpacingAfter(60);
        made.block("articles");
        // "Điều", its number and the full stop are bold, what it says is not (NĐ 30/2020 Phụ lục I).
        made.text("{{label}}", true);
        var article = made.word.getParagraphs().get(made.word.getParagraphs().size() - 1);
        ReportTemplateMaker.paragraph(article, " {{body}}", BODY, false, false, ParagraphAlignment.BOTH)
                .setSpacingAfter(120);
        made.end("articles");
        made.signature();
        annex("Kèm theo Quyết định số {{number}} {{date}} của {{unit}}");
        table(
                "list",
                new String[] {
                    "STT",
                    "Tập thể, cá nhân",
                    "Chức vụ, đơn vị",
                    "Thời gian lập thành tích",
                    "Tiền thưởng (đồng)",
                    "Ghi chú"
                },
                new String[] {"[place]", "[name]", "[unit]", "[period]", "[money]", "[note]"},
                1.2,
                4.2,
                4.1,
                2.8,
                2.2,
                2.0);
        made.block("total");
        made.text("{{text}}", false);
        made.end("total");
        verification();
    }

    /** The code in words for who types it, beside it as a QR code for who holds a telephone over it. */
    private void verification() {
        var table = made.plain(1, 13.7, 2.8);
        table.getRow(0).setCantSplitRow(true);
        var words = table.getRow(0).getCell(0);
        words.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        ReportTemplateMaker.paragraph(
                words.getParagraphs().get(0),
                "Mã tra cứu quyết định: {{code}}",
                12,
                true,
                false,
                ParagraphAlignment.LEFT);
        ReportTemplateMaker.paragraph(
                words.addParagraph(),
                "Kiểm tra hiệu lực bằng cách quét mã QR, hoặc nhập mã tra cứu tại {{address}}",
                12,
                false,
                false,
                ParagraphAlignment.LEFT);
        ReportTemplateMaker.paragraph(
                table.getRow(0).getCell(1).getParagraphs().get(0),
                "{{@qr}}",
                12,
                false,
                false,
                ParagraphAlignment.RIGHT);
    }

    private void title(String kind, String subject) {
        var name = ReportTemplateMaker.paragraph(
                made.word.createParagraph(), kind, BODY, true, false, ParagraphAlignment.CENTER);
        name.setSpacingBefore(240);
        centred(subject, true);
        ReportTemplateMaker.rule(made.word.createParagraph(), 6.2);
    }

    private org.apache.poi.xwpf.usermodel.XWPFParagraph centred(String text, boolean bold) {
        var line = ReportTemplateMaker.paragraph(
                made.word.createParagraph(), text, BODY, bold, false, ParagraphAlignment.CENTER);
        line.setSpacingBefore(120);
        return line;
    }

    private void bases(boolean slanted) {
        made.block("bases");
        var base = ReportTemplateMaker.paragraph(
                made.word.createParagraph(), "{{text}}", BODY, false, slanted, ParagraphAlignment.BOTH);
        base.setIndentationFirstLine(ReportTemplateMaker.TWIPS_PER_CM);
        base.setSpacingBefore(60);
        base.setSpacingAfter(60);
        made.end("bases");
    }

    private void annex(String to) {
        var start = made.word.createParagraph();
        start.createRun().addBreak(BreakType.PAGE);
        ReportTemplateMaker.paragraph(start, "DANH SÁCH", BODY, true, false, ParagraphAlignment.CENTER);
        ReportTemplateMaker.paragraph(
                made.word.createParagraph(), "{{subjectAnnex}}", BODY, true, false, ParagraphAlignment.CENTER);
        ReportTemplateMaker.paragraph(
                        made.word.createParagraph(), "(" + to + ")", 13, false, true, ParagraphAlignment.CENTER)
                .setSpacingAfter(160);
    }

    private void table(String name, String[] heads, String[] cells, double... widths) {
        var table = made.word.createTable(2, heads.length);
        ReportTemplateMaker.widths(table, widths);
        table.setTableAlignment(TableRowAlign.CENTER);
        for (var column = 0; column < heads.length; column++) {
            var head = table.getRow(0).getCell(column);
            head.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            var title = column == 0 ? "{{" + name + "}}" + heads[column] : heads[column];
            ReportTemplateMaker.paragraph(
                    head.getParagraphs().get(0), title, 12, true, false, ParagraphAlignment.CENTER);
            var left = heads[column].startsWith("Tập thể, cá")
                    || heads[column].startsWith("Chức")
                    || heads[column].startsWith("Danh")
                    || heads[column].startsWith("Ghi")
                    || heads[column].startsWith("Hình");
            var aligned = left
                    ? ParagraphAlignment.LEFT
                    : heads[column].startsWith("Tiền") ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER;
            ReportTemplateMaker.paragraph(
                    table.getRow(1).getCell(column).getParagraphs().get(0), cells[column], 12, false, false, aligned);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
    }
}
