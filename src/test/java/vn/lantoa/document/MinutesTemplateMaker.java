package vn.lantoa.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Made the first template of a council's minutes (layout T2 of DOMAIN §5.4, Mẫu 1.9), and makes it anew: run its main method. */
final class MinutesTemplateMaker {

    private static final int BODY = 14;

    private final ReportTemplateMaker maker = new ReportTemplateMaker();

    private MinutesTemplateMaker() {}

    public static void main(String[] arguments) throws IOException {
        var minutes = new MinutesTemplateMaker();
        minutes.write();
        try (var out = Files.newOutputStream(Path.of("src/main/resources/documents/council-minutes.docx"))) {
            minutes.maker.word.write(out);
        }
    }

    private void write() {
        maker.page();
        maker.head();
        var name = ReportTemplateMaker.paragraph(
                maker.word.createParagraph(), "BIÊN BẢN", BODY, true, false, ParagraphAlignment.CENTER);
        name.setSpacingBefore(240);
        ReportTemplateMaker.paragraph(
                maker.word.createParagraph(), "{{title}}", BODY, true, false, ParagraphAlignment.CENTER);
        ReportTemplateMaker.rule(maker.word.createParagraph(), 6.2);
        maker.text("Thời gian bắt đầu: {{opened}}.", false);
        maker.text("Địa điểm: {{where}}.", false);
        maker.text("{{council}} được thành lập theo Quyết định số {{decision}}.", false);
        people();
        maker.text("Chủ trì: đồng chí {{chair}}. Thư ký: đồng chí {{secretary}}.", false);
        maker.text("Nội dung: {{content}}. {{posting}}", false);
        repeated("barred");
        maker.text("Kết quả biểu quyết từng hồ sơ:", true);
        maker.word.getParagraphs().get(maker.word.getParagraphs().size() - 1).setKeepNext(true);
        cases();
        maker.text("", false);
        repeated("paper");
        repeated("named");
        maker.text("Kết luận: {{conclusion}}", false);
        maker.text(
                "Cuộc họp kết thúc vào {{closed}}; biên bản được đọc lại và các thành viên dự họp nhất trí./.", false);
        signatures();
    }

    private void people() {
        maker.text("Thành phần dự họp ({{present}}):", false);
        maker.block("attendees");
        maker.text("{{name}}", false);
        maker.end("attendees");
        maker.block("absentees");
        maker.text("{{name}}", false);
        maker.end("absentees");
    }

    private void repeated(String block) {
        maker.block(block);
        maker.text("{{text}}", false);
        maker.end(block);
    }

    private void cases() {
        var table = maker.word.createTable(2, 6);
        ReportTemplateMaker.widths(table, 1.4, 4.8, 3.9, 2.0, 2.5, 1.9);
        table.setTableAlignment(TableRowAlign.CENTER);
        var heads = new String[] {
            "{{cases}}STT", "Cá nhân, tập thể", "Hình thức đề nghị", "Cách biểu quyết", "Đồng ý / tổng số", "Kết quả"
        };
        var cells = new String[] {"[place]", "[nominee]", "[award]", "[ballot]", "[votes]", "[result]"};
        for (var column = 0; column < heads.length; column++) {
            var head = table.getRow(0).getCell(column);
            head.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            ReportTemplateMaker.paragraph(
                    head.getParagraphs().get(0), heads[column], 12, true, false, ParagraphAlignment.CENTER);
            var aligned = column == 1 || column == 2 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER;
            ReportTemplateMaker.paragraph(
                    table.getRow(1).getCell(column).getParagraphs().get(0), cells[column], 12, false, false, aligned);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
    }

    /** The secretary left, the chair right (Mẫu 1.9). */
    private void signatures() {
        var table = maker.plain(1, 8.2, 8.3);
        table.getRow(0).setCantSplitRow(true);
        sign(table.getRow(0).getCell(0), "THƯ KÝ", "{{signing_secretary}}");
        sign(table.getRow(0).getCell(1), "CHỦ TỌA", "{{signing_chair}}");
    }

    private void sign(XWPFTableCell cell, String as, String name) {
        ReportTemplateMaker.paragraph(cell.getParagraphs().get(0), as, BODY, true, false, ParagraphAlignment.CENTER)
                .setSpacingBefore(240);
        for (var empty = 0; empty < 4; empty++) {
            maker.line(cell, false, "", BODY, false, false);
        }
        maker.line(cell, false, name, BODY, true, false);
    }
}
