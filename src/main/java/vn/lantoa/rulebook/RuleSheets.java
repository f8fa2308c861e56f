package vn.lantoa.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Sends a table of rules as a spreadsheet. Those who write files know the rules' dates and acts, so the rulebook does not know them. */
public interface RuleSheets {

    /** A column and its width in characters. */
    record Column(String title, int width) {}

    /**
     * Answers with the file.
     *
     * @param name of the file, without its ending
     * @param rows texts, dates and nulls
     */
    void send(HttpServletResponse response, String title, String name, List<Column> columns, List<List<?>> rows)
            throws IOException;
}
