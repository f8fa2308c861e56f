package vn.lantoa.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTOnOff;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;

/** What a paragraph or a run looks like in the end: its own properties, those of its styles, those of the document. */
final class WordStyles {

    private static final int POINTS_UNLESS_SAID = 10;
    private static final int DEEPEST_STYLE = 20;

    private final XWPFDocument document;
    private final CTStyles sheet;

    WordStyles(XWPFDocument document) {
        this.document = document;
        this.sheet = sheet(document);
    }

    /** How letters look. */
    record Look(
            String font,
            float size,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean caps,
            String color,
            float rise) {}

    Look lookOf(XWPFParagraph paragraph, CTR run) {
        var sources = new ArrayList<CTRPr>();
        if (run != null && run.isSetRPr()) {
            sources.add(run.getRPr());
            if (run.getRPr().sizeOfRStyleArray() > 0) {
                chain(run.getRPr().getRStyleArray(0).getVal()).forEach(style -> add(sources, style));
            }
        }
        chain(styleOf(paragraph)).forEach(style -> add(sources, style));
        var defaults = sheet;
        if (defaults.isSetDocDefaults()
                && defaults.getDocDefaults().isSetRPrDefault()
                && defaults.getDocDefaults().getRPrDefault().isSetRPr()) {
            sources.add(defaults.getDocDefaults().getRPrDefault().getRPr());
        }
        var size = first(
                sources, p -> p.sizeOfSzArray() > 0 ? number(p.getSzArray(0).getVal()) : null);
        var underline = first(
                sources,
                p -> p.sizeOfUArray() > 0 && p.getUArray(0).isSetVal()
                        ? p.getUArray(0).getVal().toString()
                        : null);
        var vertical = first(
                sources,
                p -> p.sizeOfVertAlignArray() > 0
                        ? p.getVertAlignArray(0).getVal().toString()
                        : null);
        var points = size == null ? POINTS_UNLESS_SAID : size.floatValue() / 2;
        var raised = "superscript".equals(vertical);
        var lowered = "subscript".equals(vertical);
        return new Look(
                first(sources, WordStyles::font),
                raised || lowered ? points * 0.65f : points,
                Boolean.TRUE.equals(first(sources, p -> p.sizeOfBArray() > 0 ? on(p.getBArray(0)) : null)),
                Boolean.TRUE.equals(first(sources, p -> p.sizeOfIArray() > 0 ? on(p.getIArray(0)) : null)),
                underline != null && !underline.equals("none"),
                Boolean.TRUE.equals(first(sources, p -> p.sizeOfCapsArray() > 0 ? on(p.getCapsArray(0)) : null)),
                first(sources, WordStyles::color),
                raised ? points * 0.35f : lowered ? -points * 0.15f : 0);
    }

    /** The first of the paragraph's own properties and those of its styles that says something. */
    <T> T ofParagraph(XWPFParagraph paragraph, Function<CTPPrBase, T> property) {
        var sources = new ArrayList<CTPPrBase>();
        if (paragraph.getCTP().isSetPPr()) {
            sources.add(paragraph.getCTP().getPPr());
        }
        for (var style : chain(styleOf(paragraph))) {
            if (style.getCTStyle().isSetPPr()) {
                sources.add(style.getCTStyle().getPPr());
            }
        }
        var defaults = sheet;
        if (defaults.isSetDocDefaults()
                && defaults.getDocDefaults().isSetPPrDefault()
                && defaults.getDocDefaults().getPPrDefault().isSetPPr()) {
            sources.add(defaults.getDocDefaults().getPPrDefault().getPPr());
        }
        return first(sources, property);
    }

    static boolean on(CTOnOff flag) {
        var value = flag.isSetVal() ? String.valueOf(flag.getVal()) : "true";
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    static BigInteger number(Object value) {
        try {
            return value == null ? null : new BigInteger(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String styleOf(XWPFParagraph paragraph) {
        if (paragraph.getStyle() != null) {
            return paragraph.getStyle();
        }
        return sheet.getStyleList().stream()
                .filter(style -> style.isSetDefault()
                        && style.isSetType()
                        && style.getType().toString().equals("paragraph")
                        && !String.valueOf(style.getDefault()).equals("0"))
                .map(style -> style.getStyleId())
                .findFirst()
                .orElse(null);
    }

    private List<XWPFStyle> chain(String id) {
        var chain = new ArrayList<XWPFStyle>();
        var next = id;
        while (next != null && chain.size() < DEEPEST_STYLE) {
            var style =
                    document.getStyles() == null ? null : document.getStyles().getStyle(next);
            if (style == null) {
                break;
            }
            chain.add(style);
            next = style.getBasisStyleID();
        }
        return chain;
    }

    private static CTStyles sheet(XWPFDocument document) {
        try {
            return document.getStyles() == null ? CTStyles.Factory.newInstance() : document.getStyle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException e) {
            throw new IllegalArgumentException("a document without readable styles", e);
        }
    }

    private static void add(List<CTRPr> sources, XWPFStyle style) {
        if (style.getCTStyle().isSetRPr()) {
            sources.add(style.getCTStyle().getRPr());
        }
    }

    private static String font(CTRPr properties) {
        return properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0).getAscii() : null;
    }

    private static String color(CTRPr properties) {
        if (properties.sizeOfColorArray() == 0 || properties.getColorArray(0).getVal() == null) {
            return null;
        }
        var value = properties.getColorArray(0).xgetVal().getStringValue();
        return value.matches("[0-9A-Fa-f]{6}") ? value : null;
    }

    private static <P, T> T first(List<? extends P> sources, Function<P, T> property) {
        for (var source : sources) {
            var value = property.apply(source);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
