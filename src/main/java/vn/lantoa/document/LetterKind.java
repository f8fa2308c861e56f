package vn.lantoa.document;

import java.util.Map;
import java.util.Set;

/** A kind of letter a feature writes: which fields its template may have. One bean per kind; its first template is {@code documents/<code>.docx}. */
public interface LetterKind {

    /** A short word for addresses and tables, such as {@code report}; its name is message {@code document.letter.<code>}. */
    String code();

    /**
     * One letter as an example, with a value for every field: a text; a {@link LetterPicture}; or a list of maps for a part that is repeated,
     * or left out when the list is empty.
     */
    Map<String, Object> sample();

    /** The fields without which a template is refused, a repeated part's field as {@code figures.value}. */
    Set<String> required();

    /** The repeated parts that are rows of a table. */
    Set<String> rows();
}
