package vn.lantoa.document;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes letters: a feature gives what they say, the installation's template how they look. */
@Component
public class Letters {

    private final LetterTemplates templates;

    Letters(LetterTemplates templates) {
        this.templates = templates;
    }

    /** The letter as a file of Word, to be edited on. */
    public byte[] docx(LetterKind kind, Map<String, Object> content) {
        return templates.current(kind).fill(content);
    }

    /** The same letter as PDF: what the template became in Word is what is printed. */
    public byte[] pdf(LetterKind kind, Map<String, Object> content, String title) {
        return LetterForm.pdf(docx(kind, content), title);
    }
}
