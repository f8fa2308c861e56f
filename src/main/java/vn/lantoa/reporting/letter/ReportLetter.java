package vn.lantoa.reporting.letter;

import java.text.Normalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportView;
import vn.lantoa.reporting.Reports;

/** A report as the letter it becomes: layout T4 of DOMAIN §5, as a file of Word and as PDF. */
@Component
public class ReportLetter {

    private final Letters letters;
    private final ReportLetterKind kind;
    private final ReportLetterContent content;
    private final Reports reports;

    ReportLetter(Letters letters, ReportLetterKind kind, ReportLetterContent content, Reports reports) {
        this.letters = letters;
        this.kind = kind;
        this.content = content;
        this.reports = reports;
    }

    /** A file and what it is called. */
    public record File(String name, byte[] content) {}

    /** @throws NotVisible when there is no such report, or the actor may not read it */
    @Transactional(readOnly = true)
    public File docx(Actor actor, ReportId id) {
        var view = reports.find(actor, id);
        return new File(name(view, ".docx"), letters.docx(kind, content.of(view, actor)));
    }

    /** @throws NotVisible when there is no such report, or the actor may not read it */
    @Transactional(readOnly = true)
    public File pdf(Actor actor, ReportId id) {
        var view = reports.find(actor, id);
        var title = "Báo cáo " + view.report().period().title();
        return new File(name(view, ".pdf"), letters.pdf(kind, content.of(view, actor), title));
    }

    private String name(ReportView view, String ending) {
        var name = "Báo cáo " + view.report().period().title() + " – " + content.unitName(view.report());
        return Normalizer.normalize(VietnameseText.clean(name.replace('/', '-')), Normalizer.Form.NFC) + ending;
    }
}
