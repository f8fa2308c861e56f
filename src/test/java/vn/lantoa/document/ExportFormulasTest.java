package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.OpenPages;
import vn.lantoa.testing.PlantedText;

/** Every file that goes out, with formulas in every text of the database: none becomes a formula, and no header of an answer is broken. */
@IntegrationTest
@Tag("once")
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = "lantoa.test.planted=formulas")
@DirtiesContext
class ExportFormulasTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataSource database;

    @Test
    void no_text_of_anybodys_is_computed() throws Exception {
        var missed = new ArrayList<String>();
        var pages = new OpenPages(context, mvc);
        var addresses = pages.find(missed);
        addresses.addAll(pages.follow(pages.watchers(), addresses, missed));
        var payloads = new ArrayList<>(new ClassPathResource("attacks/formula.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList());
        payloads.add("\r=1+1");
        payloads.add("\n=1+1");
        var planted = PlantedText.everywhere(database, payloads);

        var files = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var address : addresses) {
            var request = get(java.net.URI.create(address.path()));
            var answer = mvc.perform(address.who() == null ? request : request.with(user(address.who())))
                    .andReturn()
                    .getResponse();
            headers(address.path(), answer, wrong);
            if (String.valueOf(answer.getContentType()).contains("spreadsheetml")) {
                files.merge(address.route().pattern(), hostileCells(address.path(), answer, wrong), Integer::sum);
            } else if (String.valueOf(answer.getContentType()).contains("csv")) {
                wrong.add(address.path() + " is a CSV file this test does not read");
            }
        }
        System.out.println("formulas: " + planted.values() + " values of "
                + planted.columns().size() + " columns, "
                + addresses.size() + " addresses, files " + files + ", not opened " + missed + ", untouched "
                + planted.untouched().size());
        assertThat(wrong).isEmpty();
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(files.values().stream().mapToInt(Integer::intValue).sum())
                .as("cells that begin like a formula")
                .isGreaterThan(100);
    }

    private static void headers(String path, MockHttpServletResponse answer, List<String> wrong) {
        for (var name : answer.getHeaderNames()) {
            for (var value : answer.getHeaders(name)) {
                if (value.chars().anyMatch(letter -> letter < 32 && letter != '\t' || letter == 127)) {
                    wrong.add(path + " breaks its header " + name);
                }
            }
        }
    }

    private static int hostileCells(String path, MockHttpServletResponse answer, List<String> wrong) throws Exception {
        var hostile = 0;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            wrong.add(path + " " + cell.getAddress() + " computes " + cell.getCellFormula());
                        } else if (beginsLikeAFormula(cell)) {
                            hostile++;
                            if (!cell.getCellStyle().getQuotePrefixed()) {
                                wrong.add(path + " " + cell.getAddress() + " would compute when edited: "
                                        + cell.getStringCellValue());
                            }
                        }
                    }
                }
            }
        }
        return hostile;
    }

    private static boolean beginsLikeAFormula(Cell cell) {
        return cell.getCellType() == CellType.STRING && CsvWriter.computable(cell.getStringCellValue());
    }
}
