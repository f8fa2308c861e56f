package vn.lantoa.reporting.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.reporting.AcceptedReports;
import vn.lantoa.reporting.ReportHistories;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A branch that was run alone joins: what it sends comes in as it was accepted, once, and not when anybody touched it. */
@IntegrationTest
class ReportPackagesTest {

    private static final ReportingPeriod YEAR = ReportingPeriod.yearOf(2024);

    @Autowired
    ApplicationContext context;

    @Autowired
    ReportPackages packages;

    @Autowired
    IncomingPackages incoming;

    @Autowired
    PackageFile files;

    @Autowired
    AcceptedReports reports;

    @Autowired
    MockMvc web;

    Branch branch;
    Actor superior;
    byte[] file;

    @BeforeEach
    void aBranchWithAcceptedReports() {
        branch = Branch.grow(context);
        superior = branch.officer(branch.root);
        context.getBean(ReportHistories.class).grow(7, branch.a, List.of(YEAR), superior.id());
        file = packages.export(superior, branch.a, YEAR);
    }

    @Test
    void what_was_accepted_there_is_accepted_here_with_its_figures_dates_and_timeliness() {
        var here = reports.of(branch.a, YEAR);
        var id = incoming.receive(superior, aYearEarlier(file));
        var preview = incoming.preview(superior, id);
        assertThat(preview.comingIn()).isEqualTo(here.size()).isGreaterThan(2);
        assertThat(preview.trust()).isEqualTo(IncomingPackages.Trust.NEW);
        assertThat(preview.unknown()).isEmpty();

        assertThatThrownBy(() -> incoming.take(superior, id, false)).hasMessage("exchange.refused.key");
        assertThat(incoming.take(superior, id, true)).isEqualTo(here.size());

        var came = reports.of(branch.a, ReportingPeriod.yearOf(2023));
        assertThat(came)
                .usingRecursiveComparison()
                .ignoringFields("period")
                .ignoringCollectionOrder()
                .isEqualTo(here);
        assertThatThrownBy(() -> incoming.take(superior, id, true)).hasMessage("exchange.refused.taken");
        assertThat(incoming.receive(superior, aYearEarlier(file)))
                .as("the same package is the same")
                .isEqualTo(id);
    }

    @Test
    void what_stands_here_already_is_neither_doubled_nor_written_over() {
        var same = incoming.preview(superior, incoming.receive(superior, file));
        assertThat(same.sums().get(IncomingPackages.Fate.HERE_ALREADY))
                .isEqualTo(same.lines().size());

        var other = new String(files.open(file).bytes(), StandardCharsets.UTF_8)
                .replaceFirst("\"O3\":\\{\"value\":\\d+", "\"O3\":{\"value\":123456789");
        var id = incoming.receive(superior, files.write(files.read(other.getBytes(StandardCharsets.UTF_8))));
        assertThat(incoming.preview(superior, id).sums().get(IncomingPackages.Fate.DIFFERS))
                .isEqualTo(1);
        assertThat(incoming.take(superior, id, true)).isZero();
        assertThat(reports.of(branch.a, YEAR).toString()).doesNotContain("123456789");
    }

    @Test
    void what_was_altered_is_no_package_or_speaks_of_others_is_refused() throws Exception {
        var signed = files.open(file);
        var altered = new String(signed.bytes(), StandardCharsets.UTF_8).replace("\"daysLate\":0", "\"daysLate\":1");
        var foreign = resigned(altered.getBytes(StandardCharsets.UTF_8), signed.publicKey());
        assertThatThrownBy(() -> incoming.receive(superior, foreign)).hasMessage("exchange.refused.altered");
        assertThatThrownBy(() -> incoming.receive(superior, "Kính gửi".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("exchange.refused.no-package");
        assertThatThrownBy(() -> incoming.receive(branch.officer(branch.b), file))
                .hasMessage("exchange.refused.unit");
        assertThatThrownBy(() -> incoming.receive(superior, zip("reports.json", new byte[PackageFile.LARGEST + 1])))
                .hasMessage("exchange.refused.large");
        assertThatThrownBy(() -> packages.export(superior, branch.b, YEAR)).hasMessage("exchange.refused.empty");
    }

    @Test
    void the_pages_lead_from_the_file_to_the_reports() throws Exception {
        var name = superior.username();
        web.perform(multipart("/reports/packages")
                        .file(new MockMultipartFile("file", "goi.zip", "application/zip", "x".getBytes()))
                        .with(user(name))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("không phải gói báo cáo")));
        var page = web.perform(multipart("/reports/packages")
                        .file(new MockMultipartFile("file", "goi.zip", "application/zip", aYearEarlier(file)))
                        .with(user(name))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get(page).with(user(name)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Lần đầu nhận gói của đơn vị này")));
        web.perform(post(page + "/taking").with(user(name)).with(csrf())).andExpect(status().isUnprocessableEntity());
        web.perform(post(page + "/taking")
                        .param("compared", "true")
                        .with(user(name))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/reports/packages").with(user(name)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Đã ghi")));
        web.perform(get("/reports/packages/file?unit=" + branch.a + "&period=2024-Y")
                        .with(user(name)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"));
    }

    /** The same reports as if they were of 2023: this installation has none of that year, as one that the branch joins. */
    private byte[] aYearEarlier(byte[] file) {
        var json = new String(files.open(file).bytes(), StandardCharsets.UTF_8).replace("2024-Y", "2023-Y");
        return files.write(files.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] resigned(byte[] reports, String key) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "reports.json", reports);
            put(zip, "public-key.txt", key.getBytes(StandardCharsets.US_ASCII));
            put(zip, "signature.txt", "AAAA".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, name, content);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
