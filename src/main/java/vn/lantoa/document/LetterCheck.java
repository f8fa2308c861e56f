package vn.lantoa.document;

import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import vn.lantoa.document.LetterRefused.Reason;

/** Whether a template can be used: it has every field a letter needs, none nobody fills, and it prints. */
final class LetterCheck {

    private static final Pattern OF_ROW = Pattern.compile("\\[([^\\[\\]]{1,40})]");

    private static final Pattern LEFT = Pattern.compile("\\{\\{([^{}\\n]{0,60})");

    private static final char PICTURE = '@';

    private final LetterKind kind;
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Reason> reasons = new LinkedHashSet<>();

    private LetterCheck(LetterKind kind) {
        this.kind = kind;
    }

    /**
     * Looks at the fields and prints the sample.
     *
     * @throws LetterRefused with every reason at once
     */
    static void pass(LetterKind kind, byte[] template) {
        look(kind, template, true);
    }

    /** The same without printing: what was accepted once is only looked at for fields that its kind has no more, or has since. */
    static void passAgain(LetterKind kind, byte[] template) {
        look(kind, template, false);
    }

    private static void look(LetterKind kind, byte[] template, boolean print) {
        var check = new LetterCheck(kind);
        var form = new LetterForm(kind, template);
        try {
            check.fields(form);
            check.missing();
            if (print && check.reasons.isEmpty()) {
                var filled = form.fill(kind.sample());
                check.left(filled);
                LetterForm.pdf(filled, kind.code());
            }
        } catch (LetterRefused refused) {
            throw refused;
        } catch (NotOfficeXmlFileException | POIXMLException e) {
            throw LetterRefused.of("unreadable", "");
        } catch (RuntimeException e) {
            // Whatever a library stumbles over in a file made elsewhere is a fault of that file.
            throw LetterRefused.of("unprintable", String.valueOf(e.getMessage()));
        }
        if (!check.reasons.isEmpty()) {
            throw new LetterRefused(List.copyOf(check.reasons));
        }
    }

    private void fields(LetterForm form) {
        try (var compiled = form.compile()) {
            look(compiled.getElementTemplates(), kind.sample(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void missing() {
        kind.required().stream()
                .filter(field -> !found.contains(field))
                .forEach(field -> reasons.add(new Reason("missing", field)));
    }

    /** What still looks like a mark in the filled letter is none that can be read. */
    private void left(byte[] filled) {
        try (var word = new XWPFDocument(new ByteArrayInputStream(filled));
                var extractor = new XWPFWordExtractor(word)) {
            var marks = LEFT.matcher(extractor.getText());
            while (marks.find()) {
                reasons.add(new Reason("unknown", marks.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(List<MetaTemplate> marks, Map<?, ?> known, String within) {
        for (var mark : marks) {
            if (mark instanceof IterableTemplate block) {
                block(block, known, within);
            } else if (mark instanceof BlockTemplate other) {
                reasons.add(new Reason("unknown", other.getStartMark().getTagName()));
            } else if (mark instanceof RunTemplate run) {
                run(run, known, within);
            } else {
                reasons.add(new Reason("picture", mark.variable()));
            }
        }
    }

    private void block(IterableTemplate block, Map<?, ?> known, String within) {
        var name = block.getStartMark().getTagName();
        var value = valueOf(known, name);
        if (value instanceof List<?> parts && !parts.isEmpty()) {
            found.add(within + name.toLowerCase(Locale.ROOT));
            look(block.getTemplates(), all(parts), within + name.toLowerCase(Locale.ROOT) + ".");
        } else {
            reasons.add(new Reason(value == null ? "unknown" : "not-repeated", within + name));
        }
    }

    private void run(RunTemplate run, Map<?, ?> known, String within) {
        var name = run.getTagName();
        var value = valueOf(known, name);
        var sign = run.getSign() == null || run.getSign() == 0 ? null : run.getSign();
        if (value instanceof LetterPicture) {
            picture(run, name, sign, within);
        } else if (sign != null) {
            reasons.add(new Reason("sign", run.getSource()));
        } else if (value == null) {
            reasons.add(new Reason("unknown", within + name));
        } else if (value instanceof List<?> parts) {
            table(run, name, parts);
        } else {
            found.add(within + name.toLowerCase(Locale.ROOT));
        }
    }

    /** A picture of the house's own is the one thing that stands under a sign; as text nobody could read it. */
    private void picture(RunTemplate run, String name, Character sign, String within) {
        if (sign != null && sign == PICTURE) {
            found.add(within + name.toLowerCase(Locale.ROOT));
        } else {
            reasons.add(new Reason("own-picture", name));
        }
    }

    /** The row below the one with the table's mark is repeated; its fields stand in square brackets. */
    private void table(RunTemplate run, String name, List<?> parts) {
        var table = name.toLowerCase(Locale.ROOT);
        var row = rowBelow(run);
        if (!kind.rows().contains(table) || row == null) {
            reasons.add(new Reason("repeated", name));
            return;
        }
        found.add(table);
        var known = all(parts);
        for (var cell : row.getTableCells()) {
            var marks = OF_ROW.matcher(cell.getText());
            while (marks.find()) {
                if (valueOf(known, marks.group(1)) == null) {
                    reasons.add(new Reason("unknown", "[" + marks.group(1) + "]"));
                } else {
                    found.add(table + "." + marks.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static XWPFTableRow rowBelow(RunTemplate run) {
        var paragraph = run.getRun().getParent();
        if (paragraph instanceof org.apache.poi.xwpf.usermodel.XWPFParagraph written
                && written.getBody() instanceof XWPFTableCell cell) {
            var rows = cell.getTableRow().getTable().getRows();
            for (var number = 0; number + 1 < rows.size(); number++) {
                if (rows.get(number).getCtRow() == cell.getTableRow().getCtRow()) {
                    return rows.get(number + 1);
                }
            }
        }
        return null;
    }

    private static Object valueOf(Map<?, ?> known, String name) {
        return known.containsKey(name) ? known.get(name) : known.get(name.toLowerCase(Locale.ROOT));
    }

    /** What any of the sample's parts knows; a part nested in one of them may be empty in the next. */
    private static Map<?, ?> all(List<?> parts) {
        var all = new java.util.LinkedHashMap<Object, Object>();
        var lists = new ArrayList<Object>();
        for (var part : parts) {
            ((Map<?, ?>) part).forEach((key, value) -> {
                if (value instanceof List<?> list && !list.isEmpty() && !lists.contains(key)) {
                    lists.add(key);
                    all.put(key, value);
                } else {
                    all.putIfAbsent(key, value);
                }
            });
        }
        return all;
    }
}
