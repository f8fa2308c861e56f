package vn.lantoa.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The lists of the demo. */
final class DemoCsv {

    private DemoCsv() {}

    /** The rows of {@code demo/<name>.csv}, by the words of its first line. */
    static List<CSVRecord> rows(String name) {
        var list = new ClassPathResource("demo/" + name + ".csv");
        try (var reader = new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
