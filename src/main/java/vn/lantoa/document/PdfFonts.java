package vn.lantoa.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The embedded fonts of letters: free ones with every Vietnamese letter, as wide as Times New Roman and Arial (ADR 32). */
final class PdfFonts {

    private static final Pattern WITHOUT_SERIFS =
            Pattern.compile("arial|helvetica|calibri|sans|tahoma|verdana|segoe|roboto");
    private static final Map<String, BaseFont> READ = new ConcurrentHashMap<>();

    private PdfFonts() {}

    /** @param family as the template names it; null for the house's own, Times New Roman */
    static BaseFont of(String family, boolean bold, boolean italic) {
        var plain = family == null ? "" : family.toLowerCase(Locale.ROOT);
        var face = WITHOUT_SERIFS.matcher(plain).find() ? "Sans" : "Serif";
        var style = (bold ? "Bold" : "") + (italic ? "Italic" : "");
        return READ.computeIfAbsent("Liberation" + face + "-" + (style.isEmpty() ? "Regular" : style), PdfFonts::read);
    }

    private static BaseFont read(String name) {
        var file = "liberation/" + name + ".ttf";
        try (var font = PdfFonts.class.getClassLoader().getResourceAsStream(file)) {
            if (font == null) {
                throw new FileNotFoundException(file);
            }
            return BaseFont.createFont(
                    name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
