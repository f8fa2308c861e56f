package vn.lantoa.diagrams.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.lantoa.engine.ModelFile;

/** What differs between two sets of files, in the words of the page. */
class DifferenceTest {

    private static final String DIAGRAM = "bpmn/reporting/unit-report.bpmn";
    private static final String FORM = "forms/reporting/unit-report-check.form";
    private static final String TABLE = "bpmn/reporting/check-required.dmn";

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    DifferenceTest() {
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @Test
    void the_same_files_do_not_differ() {
        assertThat(Difference.between(List.of(file(DIAGRAM)), List.of(file(DIAGRAM))))
                .isEmpty();
    }

    @Test
    void another_post_is_said_in_words() {
        assertThat(changed(DIAGRAM, "candidateGroups=\"kiemtra\"", "candidateGroups=\"lanhdao\""))
                .containsExactly("Bước «Kiểm tra báo cáo»: chức danh Cán bộ kiểm tra → Lãnh đạo");
    }

    @Test
    void each_language_has_its_sentence() {
        var now = with(DIAGRAM, "candidateGroups=\"kiemtra\"", "candidateGroups=\"lanhdao\"");
        assertThat(Difference.between(List.of(file(DIAGRAM)), List.of(now))
                        .get(0)
                        .changes())
                .extracting(change -> messages.getMessage(change.sentence(), Locale.ENGLISH))
                .allMatch(sentence -> sentence.startsWith("Step “Kiểm tra báo cáo”: post"));
    }

    @Test
    void a_span_of_time_is_said_in_days() {
        assertThat(changed(DIAGRAM, "historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"P1825D\""))
                .containsExactly("Quy trình «Báo cáo định kỳ của đơn vị»: thời gian giữ lịch sử 3650 ngày → 1825 ngày");
    }

    @Test
    void four_eyes_taken_away_is_said() {
        assertThat(changed(DIAGRAM, "<camunda:property name=\"fourEyes\" value=\"DraftReport\" />", ""))
                .containsExactly("Bước «Duyệt và gửi báo cáo»: bỏ không cùng người với bước Lập báo cáo");
    }

    @Test
    void a_button_with_another_word_is_said() {
        assertThat(changed(
                        DIAGRAM,
                        "name=\"outcome:pass\" value=\"Đạt yêu cầu\"",
                        "name=\"outcome:pass\" value=\"Đồng ý\""))
                .containsExactly("Bước «Kiểm tra báo cáo»: nút «pass» Đạt yêu cầu → Đồng ý");
    }

    @Test
    void a_new_step_is_said_with_all_that_it_does() {
        var sentences = changed(
                DIAGRAM,
                "<bpmn:userTask id=\"CheckReport\"",
                "<bpmn:userTask id=\"Second\" name=\"Soát lần hai\" camunda:candidateGroups=\"vanthu\" /><bpmn:userTask id=\"CheckReport\"");
        assertThat(sentences).containsExactly("Thêm: Bước «Soát lần hai»", "Bước «Soát lần hai»: chức danh Văn thư");
    }

    @Test
    void a_flow_that_leads_elsewhere_and_one_that_goes_are_said_with_the_names_of_their_ends() {
        var text = text(DIAGRAM);
        var flow = text.lines()
                .filter(line -> line.contains("<bpmn:sequenceFlow id=\"Draft_CheckRequired\""))
                .findFirst()
                .orElseThrow();
        assertThat(changed(DIAGRAM, flow, flow.replace("targetRef=\"CheckRequired\"", "targetRef=\"ApproveReport\"")))
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("đi đến Xác định có bước kiểm tra → Duyệt và gửi báo cáo"));
        assertThat(changed(DIAGRAM, flow, ""))
                .contains("Bỏ: Đường đi từ «Lập báo cáo» đến «Xác định có bước kiểm tra»");
    }

    @Test
    void what_only_lies_elsewhere_is_said_quietly() {
        var text = text(DIAGRAM);
        var shape = text.indexOf("bpmnElement=\"CheckReport\"");
        var bounds = text.indexOf(" x=\"", shape);
        var now = text.substring(0, bounds) + " x=\"9" + text.substring(bounds + 4);
        var changes = Difference.between(List.of(file(DIAGRAM)), List.of(file(DIAGRAM, now)));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).telling()).isEmpty();
        assertThat(sentences(changes)).containsExactly("Đổi chỗ trên bản vẽ: Bước «Kiểm tra báo cáo»");
    }

    @Test
    void another_layout_of_the_file_is_said_to_change_nothing() {
        assertThat(changed(DIAGRAM, "<bpmn:process ", "<bpmn:process  "))
                .containsExactly("Tệp chỉ khác cách trình bày; quy trình chạy như trước.");
    }

    /** Whatever can be written into a diagram and is no drawing is said, known to the words or not. */
    @Test
    void what_no_word_is_made_for_is_still_said() {
        assertThat(changed(DIAGRAM, "<bpmn:process ", "<bpmn:process camunda:jobPriority=\"5\" "))
                .containsExactly("Quy trình «Báo cáo định kỳ của đơn vị»: thêm jobPriority 5");
        assertThat(
                        changed(
                                DIAGRAM,
                                "<bpmn:userTask id=\"CheckReport\" name=\"Kiểm tra báo cáo\"",
                                "<bpmn:signal id=\"S\" name=\"x\" /><bpmn:userTask id=\"CheckReport\" name=\"Kiểm tra báo cáo\""))
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("cách trình bày"));
    }

    @Test
    void a_file_that_cannot_be_read_is_said_so_and_bombs_are_not_expanded() {
        assertThat(sentences(Difference.between(List.of(file(DIAGRAM)), List.of(file(DIAGRAM, "<bpmn:defini")))))
                .singleElement()
                .asString()
                .startsWith("Tệp không đọc được");
        assertThat(sentences(Difference.between(
                        List.of(file(DIAGRAM)), List.of(file(DIAGRAM, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")))))
                .singleElement()
                .asString()
                .startsWith("Tệp không đọc được");
    }

    @Test
    void forms_are_compared_field_by_field() {
        assertThat(changed(FORM, "\"label\": \"IV.1. Ưu điểm\"", "\"label\": \"Ưu điểm\""))
                .containsExactly("Trường «IV.1. Ưu điểm»: nhãn IV.1. Ưu điểm → Ưu điểm");
        assertThat(changed(FORM, "\"maxLength\": 4000", "\"maxLength\": 2000, \"required\": true"))
                .contains("Trường «II. Công tác lãnh đạo, chỉ đạo, phối hợp»: thêm bắt buộc có")
                .hasSizeGreaterThan(1);
    }

    @Test
    void options_come_and_go() {
        var old = form("{\"label\":\"Một\",\"value\":\"one\"}");
        var now = form("{\"label\":\"Hai\",\"value\":\"two\"}");
        assertThat(sentences(Difference.between(List.of(old), List.of(now))))
                .containsExactly("Trường «Chọn»: bỏ lựa chọn «one» Một", "Trường «Chọn»: thêm lựa chọn «two» Hai");
    }

    @Test
    void tables_are_compared_cell_by_cell() {
        assertThat(changed(TABLE, "&lt;= 2", "&lt;= 3")).containsExactly("Dòng 1: Cấp của đơn vị <= 2 → <= 3");
        assertThat(changed(TABLE, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\""))
                .anySatisfy(sentence -> assertThat(sentence).contains("UNIQUE → FIRST"));
    }

    @Test
    void rows_come_go_and_change_places() {
        var text = text(TABLE);
        var first = text.substring(
                text.indexOf("<rule id=\"Rule_upperLevels\""), text.indexOf("<rule id=\"Rule_lowerLevels\""));
        assertThat(changed(TABLE, first, "")).contains("Bỏ: Dòng 1");
        var moved = text.replace(first, "").replace("    </decisionTable>", first + "</decisionTable>");
        assertThat(sentences(Difference.between(List.of(file(TABLE)), List.of(file(TABLE, moved)))))
                .contains("Thứ tự các dòng của bảng thay đổi.");
    }

    @Test
    void files_come_and_go() {
        var changes = Difference.between(List.of(file(DIAGRAM), file(FORM)), List.of(file(DIAGRAM), file(TABLE)));
        assertThat(changes).extracting(FileChanges::kind).containsExactly(Change.Kind.ADDED, Change.Kind.REMOVED);
        assertThat(changes.get(0).changes()).isNotEmpty();
    }

    private List<String> changed(String name, String from, String to) {
        return sentences(Difference.between(List.of(file(name)), List.of(with(name, from, to))));
    }

    private List<String> sentences(List<FileChanges> changes) {
        return changes.stream()
                .flatMap(file -> file.changes().stream())
                .map(change -> messages.getMessage(change.sentence(), Locale.forLanguageTag("vi")))
                .toList();
    }

    private static ModelFile form(String option) {
        return file(
                FORM,
                "{\"id\":\"f\",\"components\":[{\"id\":\"c\",\"key\":\"choice\",\"label\":\"Chọn\",\"type\":\"radio\",\"values\":["
                        + option + "]}]}");
    }

    private static ModelFile with(String name, String from, String to) {
        assertThat(text(name)).contains(from);
        return file(name, text(name).replace(from, to));
    }

    private static ModelFile file(String name) {
        return file(name, text(name));
    }

    private static ModelFile file(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
