package vn.lantoa.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A template of one kind of letter, ready to be filled. */
final class LetterForm {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final LetterKind kind;
    private final byte[] template;

    LetterForm(LetterKind kind, byte[] template) {
        this.kind = kind;
        this.template = template;
    }

    /** The filled document. */
    byte[] fill(Map<String, Object> content) {
        var out = new ByteArrayOutputStream();
        try (var compiled = compile()) {
            compiled.render(inBothCases(content)).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @throws LetterRefused when a mark is not closed or cannot be read */
    XWPFTemplate compile() {
        var rows = Configure.builder();
        for (var table : kind.rows()) {
            rows.bind(table, new LoopRowTableRenderPolicy());
            rows.bind(upper(table), new LoopRowTableRenderPolicy());
        }
        try {
            return XWPFTemplate.compile(new ByteArrayInputStream(template), rows.build());
        } catch (ResolverException e) {
            throw LetterRefused.of("unclosed", e.getMessage());
        }
    }

    static byte[] pdf(byte[] docx, String title) {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return LetterPdf.of(word, title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mark formatted in capitals is read in capitals: such a field gets its value too. */
    private static Map<String, Object> inBothCases(Map<?, ?> content) {
        var both = new LinkedHashMap<String, Object>();
        content.forEach((key, value) -> {
            var name = (String) key;
            both.put(name, inBothCases(value));
            both.put(upper(name), value instanceof String text ? text.toUpperCase(VIETNAMESE) : inBothCases(value));
        });
        return both;
    }

    private static Object inBothCases(Object value) {
        if (value instanceof List<?> parts) {
            var both = new ArrayList<Object>();
            parts.forEach(part -> both.add(inBothCases((Map<?, ?>) part)));
            return both;
        }
        if (value instanceof LetterPicture picture) {
            return picture.drawn();
        }
        return value;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
