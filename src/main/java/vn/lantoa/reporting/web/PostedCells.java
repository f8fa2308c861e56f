package vn.lantoa.reporting.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lantoa.reporting.GridEntry;
import vn.lantoa.reporting.ReportId;

/**
 * Cells as the pages of the table post them: {@code c.12.D3} is what stands in the cell, {@code b.12.D3} what stood there before,
 * {@code take.12.D3=server} leaves it, {@code submit.12} hands the report of that row to the leader.
 */
final class PostedCells {

    private static final String CELL = "c.";

    private PostedCells() {}

    static List<GridEntry.Cell> of(Map<String, String> posted) {
        return posted.entrySet().stream()
                .filter(field -> field.getKey().matches("c\\.\\d{1,18}\\.[A-Za-z0-9.]{1,40}"))
                .filter(field ->
                        !"server".equals(posted.get("take." + field.getKey().substring(CELL.length()))))
                .flatMap(field -> cell(field.getKey().substring(CELL.length()), field.getValue(), posted))
                .toList();
    }

    static List<ReportId> submitted(Map<String, String> posted) {
        return posted.keySet().stream()
                .filter(field -> field.matches("submit\\.\\d{1,18}"))
                .map(field -> ReportId.of(field.substring("submit.".length())))
                .toList();
    }

    private static Stream<GridEntry.Cell> cell(String place, String text, Map<String, String> posted) {
        var dot = place.indexOf('.');
        var report = ReportId.of(place.substring(0, dot));
        return Stream.of(new GridEntry.Cell(report, place.substring(dot + 1), text, posted.get("b." + place)));
    }
}
