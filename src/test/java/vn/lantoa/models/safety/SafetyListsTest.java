package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.models.safety.SafetyLists.Row;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** Lists of outside decisions: taken whole or not at all, and only when their totals agree with the document. */
@IntegrationTest
class SafetyListsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SafetyLists lists;

    @Autowired
    SafetyListFile files;

    @Autowired
    Processes processes;

    SafetyFixtures safety;
    Actor officer;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        officer = safety.branch.officer(safety.branch.a1);
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void a_list_ends_the_files_it_names_and_counts_the_places() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        var first = safety.at(safety.branch.a11, State.AWAITING);
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        2027,
                        Map.of(SafetyResult.PASSED, 2, SafetyResult.FAILED, 1),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "Doanh nghiệp", null, "CĐCS Công ty Điện tử A12", "chưa đạt"),
                        row(4, "KDC", null, "Khu dân cư số 4", "đạt")));
        assertThat(look.sound()).as("%s", look).isTrue();
        assertThat(safety.file(first).state()).isEqualTo(State.RECOGNISED);
        assertThat(processes.running(first.dossier())).isFalse();
        var counts = overview(2027);
        assertThat(counts.passed()).isEqualTo(1);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(counts.registered())
                .as("who is decided about was registered")
                .isEqualTo(2);
        assertThat(context.getBean(SafetyOverview.class)
                        .results(officer, safety.branch.a1, SafetyDecision.Kind.RECOGNITION, 2027))
                .extracting(SafetyOverview.Entry::name)
                .containsExactlyInAnyOrder("CĐCS Công ty May A11", "CĐCS Công ty Điện tử A12", "Khu dân cư số 4");
    }

    @Test
    void totals_that_do_not_agree_are_refused_with_the_difference_and_nothing_is_stored() {
        var year = thisYear();
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        year,
                        Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Chưa đạt")));
        assertThat(look.differences())
                .containsExactly(
                        new SafetyLists.Difference(SafetyResult.PASSED, 3, 1),
                        new SafetyLists.Difference(SafetyResult.FAILED, 0, 1));
        assertThat(overview(year).passed()).isZero();
    }

    @Test
    void each_line_that_cannot_be_taken_says_why_and_keeps_the_others_out() {
        var year = thisYear();
        safety.branch.unit("X", "Trùng tên", vn.lantoa.organization.UnitKind.GRASSROOTS_UNION, safety.branch.a1);
        safety.branch.unit("Y", "Trùng tên", vn.lantoa.organization.UnitKind.GRASSROOTS_UNION, safety.branch.a1);
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        year,
                        Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Khá"),
                        row(4, "DN", code("a11"), null, "Đạt"),
                        row(5, "DN", code("b1"), null, "Đạt"),
                        row(6, "DN", null, "Trùng tên", "Đạt"),
                        row(7, "Hộ gia đình", null, "Nhà ông A", "Đạt"),
                        row(8, "DN", code("a12"), null, "Tốt"),
                        row(9, "Xã", null, "", "Đạt"),
                        row(10, "DN", "KHONG-CO", null, "Đạt")));
        assertThat(look.troubles())
                .extracting(one -> one.line() + " " + one.message())
                .containsExactly(
                        "3 safety.list.other-kind.RECOGNITION",
                        "4 safety.list.twice",
                        "5 safety.list.unit",
                        "6 safety.list.unit",
                        "7 safety.list.object",
                        "8 safety.list.result.RECOGNITION",
                        "9 safety.list.name",
                        "10 safety.list.unit");
        assertThat(overview(year).passed()).isZero();
    }

    @Test
    void a_file_must_await_its_decision_and_no_unit_is_decided_about_twice() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        safety.at(safety.branch.a11, State.SENDING);
        var withdrawing = safety.at(safety.branch.a12, State.AWAITING);
        safety.complete(
                safety.branch.officer(safety.branch.a12),
                withdrawing,
                "RecordDecision",
                "withdraw",
                Map.of("withdrawReason", "Giải thể"));
        var own = safety.at(safety.branch.a1, State.AWAITING);
        safety.complete(officer, own, "RecordDecision", "record", safety.decision("FAILED"));
        var look = lists.look(
                officer,
                safety.branch.a1,
                recognition(
                        2027,
                        Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Đạt"),
                        row(4, "DN", code("a1"), null, "Đạt")));
        assertThat(look.troubles())
                .extracting(one -> one.line() + " " + one.message())
                .containsExactly(
                        "2 safety.list.not-awaiting.not-sent",
                        "3 safety.list.not-awaiting.withdrawing",
                        "4 safety.list.decided");
    }

    @Test
    void the_decision_itself_must_be_whole() {
        var next = safety.today().plusDays(1);
        var draft = new SafetyLists.Draft(
                new SafetyDecision(SafetyDecision.Kind.RECOGNITION, 2150, " ", next, null), Map.of(), List.of(), false);
        assertThat(lists.look(officer, safety.branch.a1, draft).faults())
                .extracting(SafetyLists.Fault::field)
                .containsExactlyInAnyOrder(
                        "year", "number", "issuer", "decidedOn", "stated.PASSED", "stated.FAILED", "file");
        var kindless =
                new SafetyLists.Draft(new SafetyDecision(null, 2026, "1", next, "UBND"), Map.of(), List.of(), false);
        assertThat(lists.look(officer, safety.branch.a1, kindless).faults())
                .extracting(SafetyLists.Fault::field)
                .containsExactly("kind");
    }

    @Test
    void ratings_are_a_register_of_their_own() {
        var year = thisYear();
        var stated =
                Map.of(SafetyResult.EXCELLENT, 1, SafetyResult.GOOD, 1, SafetyResult.AVERAGE, 0, SafetyResult.WEAK, 0);
        var mixed = rating(year, stated, row(2, "DN", code("a11"), null, "Đạt"), row(3, "KDC", null, "Khu 4", "Khá"));
        assertThat(lists.apply(officer, safety.branch.a1, mixed).troubles())
                .extracting(SafetyLists.Trouble::message)
                .containsExactly("safety.list.other-kind.RATING", "safety.list.place-rated");
        var good = rating(
                year, stated, row(2, "DN", code("a11"), null, "Xuất sắc"), row(3, "DN", code("a12"), null, "Khá"));
        assertThat(lists.apply(officer, safety.branch.a1, good).sound()).isTrue();
        var counts = overview(year);
        assertThat(counts.excellent()).isEqualTo(1);
        assertThat(counts.good()).isEqualTo(1);
        assertThat(counts.passed() + counts.failed() + counts.assessed() + counts.registered())
                .as("no rating is a recognition")
                .isZero();
    }

    @Test
    void of_two_lists_in_one_moment_the_second_is_told_what_the_first_took() throws Exception {
        var list = recognition(
                thisYear(),
                Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 0),
                row(2, "DN", code("a11"), null, "Đạt"));
        var late = new AtomicReference<CompletableFuture<SafetyLists.Look>>();
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(lists.apply(officer, safety.branch.a1, list).sound()).isTrue();
            late.set(CompletableFuture.supplyAsync(() -> lists.apply(officer, safety.branch.a1, list)));
            // Nothing tells when the other waits in the database; shorter only makes the test kinder.
            assertThatThrownBy(() -> late.get().get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(late.get().get(20, TimeUnit.SECONDS).troubles())
                .extracting(SafetyLists.Trouble::message)
                .containsExactly("safety.list.decided");
        assertThat(overview(thisYear()).passed()).isEqualTo(1);
    }

    @Test
    void an_approved_file_nobody_recorded_as_sent_is_settled_when_the_sender_says_it_was() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        var sending = safety.at(safety.branch.a11, State.SENDING);
        var closed = safety.at(safety.branch.a12, State.SENDING);
        overdue(closed);
        var leader = safety.branch.leader(safety.branch.a12);
        safety.complete(leader, closed, "DecideUnsent", "close", Map.of("reason", "Chưa thấy gửi"));
        var list = recognition(
                2027,
                Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 1),
                row(2, "DN", code("a11"), null, "Đạt"),
                row(3, "DN", code("a12"), null, "Chưa đạt"));
        assertThat(told(list)).containsExactly("2 not-sent", "3 ended");
        assertThat(told(on(safety.today().minusDays(1), list)))
                .as("a decision before the unit met to assess itself")
                .containsExactly("2 before-minutes", "3 before-minutes");
        assertThat(lists.apply(officer, safety.branch.a1, sent(list)).sound()).isTrue();
        assertThat(safety.file(sending).state()).isEqualTo(State.RECOGNISED);
        assertThat(safety.file(sending).sentOn()).isEqualTo(safety.today());
        assertThat(safety.file(sending).sentTo()).isEqualTo("Chủ tịch UBND xã A1");
        assertThat(processes.running(sending.dossier())).isFalse();
        assertThat(safety.file(closed).state()).isEqualTo(State.NOT_RECOGNISED);
        assertThat(overview(2027).assessed()).isEqualTo(2);
        assertThat(context.getBean(vn.lantoa.dossier.Timeline.class).of(sending.dossier()))
                .extracting(vn.lantoa.dossier.Timeline.Entry::sentence)
                .contains("timeline.safety-file.sent-by-list", "timeline.safety-file.PASSED");
    }

    @Test
    void what_its_leader_has_not_approved_is_not_settled_from_outside_and_says_what_to_do() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        safety.at(safety.branch.a1, State.ASSESSING);
        safety.at(safety.branch.a11, State.APPROVING);
        overdue(safety.at(safety.branch.a12, State.SENDING));
        var list = recognition(
                2027,
                Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                row(2, "DN", code("a1"), null, "Đạt"),
                row(3, "DN", code("a11"), null, "Đạt"),
                row(4, "DN", code("a12"), null, "Đạt"));
        assertThat(told(sent(list))).containsExactly("2 not-approved", "3 not-approved", "4 overdue");
        assertThat(overview(2027).passed()).isZero();
    }

    private void overdue(SafetyFileId id) {
        safety.jdbc
                .sql("update safety_file set send_by = ? where id = ?")
                .params(safety.today().minusDays(1), id.value())
                .update();
        context.getBean(SafetyDay.class).workThrough();
        assertThat(safety.file(id).state()).isEqualTo(State.OVERDUE);
    }

    /** The line and the last part of what is told about it. */
    private List<String> told(SafetyLists.Draft list) {
        return lists.look(officer, safety.branch.a1, list).troubles().stream()
                .map(one -> one.line() + " " + one.message().replace("safety.list.not-awaiting.", ""))
                .toList();
    }

    private static SafetyLists.Draft sent(SafetyLists.Draft list) {
        return new SafetyLists.Draft(list.decision(), list.stated(), list.rows(), true);
    }

    private static SafetyLists.Draft on(java.time.LocalDate day, SafetyLists.Draft list) {
        var decision = list.decision();
        return new SafetyLists.Draft(
                new SafetyDecision(decision.kind(), decision.year(), decision.number(), day, decision.issuer()),
                list.stated(),
                list.rows(),
                true);
    }

    @Test
    void a_spreadsheet_is_read_by_its_headings_and_the_empty_one_can_be_filled_in() throws IOException {
        var out = new ByteArrayOutputStream();
        files.template(SafetyDecision.Kind.RATING, out);
        var path = Files.createTempFile("phan-loai", ".xlsx");
        try (var book = new XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
            var filled = book.getSheetAt(0).createRow(1);
            filled.createCell(0).setCellValue("DN");
            filled.createCell(1).setCellValue(code("a11"));
            filled.createCell(3).setCellValue("Khá");
            write(book, path);
        }
        assertThat(files.read(path, "phan-loai.xlsx").rows()).containsExactly(row(2, "DN", code("a11"), null, "Khá"));
        try (var book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Họ và tên");
            write(book, path);
        }
        assertThat(files.read(path, "danh-sach.xlsx").refusal()).isEqualTo("safety.list.no-heading");
        Files.writeString(path, "không phải bảng tính");
        assertThat(files.read(path, "danh-sach.xlsx").refusal()).startsWith("document.refused.");
        Files.delete(path);
    }

    private static void write(XSSFWorkbook book, Path path) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            book.write(out);
        }
    }

    private int thisYear() {
        return safety.today().getYear();
    }

    private SafetyOverview.Counts overview(int year) {
        return context.getBean(SafetyOverview.class)
                .of(officer, safety.branch.a1, year)
                .total();
    }

    private String code(String unit) {
        var id =
                switch (unit) {
                    case "a1" -> safety.branch.a1;
                    case "a11" -> safety.branch.a11;
                    case "a12" -> safety.branch.a12;
                    default -> safety.branch.b1;
                };
        return safety.branch.unit(id).code();
    }

    private SafetyLists.Draft recognition(int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return draft(SafetyDecision.Kind.RECOGNITION, year, stated, rows);
    }

    private SafetyLists.Draft rating(int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return draft(SafetyDecision.Kind.RATING, year, stated, rows);
    }

    private SafetyLists.Draft draft(
            SafetyDecision.Kind kind, int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return new SafetyLists.Draft(
                new SafetyDecision(kind, year, "99/QĐ-UBND", safety.today(), "Chủ tịch UBND xã A1"),
                stated,
                List.of(rows),
                false);
    }

    private static Row row(int line, String object, String code, String name, String result) {
        return new Row(line, object, code, name, result);
    }
}
