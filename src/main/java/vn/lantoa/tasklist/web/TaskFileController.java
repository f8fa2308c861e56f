package vn.lantoa.tasklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Page;
import vn.lantoa.tasklist.Cursor;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;

/** The task list as XLSX, under the address of the page. */
@Controller
class TaskFileController {

    private static final int PAGE = 100;

    private final Tasklist tasklist;
    private final MessageSource messages;
    private final Clock clock;

    TaskFileController(Tasklist tasklist, MessageSource messages, Clock clock) {
        this.tasklist = tasklist;
        this.messages = messages;
        this.clock = clock;
    }

    @OpenToSignedIn
    @GetMapping("/tasks.xlsx")
    void file(Actor actor, ListAddress address, Locale locale, HttpServletResponse response) throws IOException {
        var filter = address.toFilter();
        new ListFile(
                        text("layout.tasks", locale),
                        "viec-can-xu-ly-" + LocalDate.now(clock),
                        columns(locale),
                        text("file.cut", locale),
                        after -> page(actor, filter, after))
                .send(response);
    }

    private Page<List<Value>> page(Actor actor, TaskFilter filter, String after) {
        var page = tasklist.openFor(
                actor,
                new TaskFilter(
                        filter.q(),
                        filter.process(),
                        filter.unit(),
                        filter.group(),
                        filter.sort(),
                        PAGE,
                        after == null ? null : Cursor.of(after)));
        return new Page<>(page.items().stream().map(TaskFileController::row).toList(), page.next());
    }

    private static List<Value> row(TaskView task) {
        return List.of(
                Value.of(task.name()),
                Value.of(task.title()),
                Value.of(task.unit() == null ? null : task.unit().name()),
                Value.of(task.due()),
                task.workingDays() == null
                        ? Value.of((String) null)
                        : Value.of(task.workingDays().longValue()),
                Value.of(task.sentBy()),
                Value.of(task.assignee() == null ? null : task.assignee().name()),
                Value.of(task.processName()));
    }

    private List<Column> columns(Locale locale) {
        return List.of(
                new Column(text("tasklist.file.task", locale), 30),
                new Column(text("tasklist.file.dossier", locale), 60),
                new Column(text("tasklist.file.unit", locale), 40),
                new Column(text("tasklist.file.due", locale), 14),
                new Column(text("tasklist.file.days", locale), 16),
                new Column(text("tasklist.file.from", locale), 40),
                new Column(text("tasklist.file.claimed", locale), 30),
                new Column(text("tasklist.process", locale), 30));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {ListFile.MOST_ROWS}, locale);
    }
}
