package vn.lantoa.diagrams.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.difference.Change;
import vn.lantoa.diagrams.difference.FileChanges;
import vn.lantoa.engine.CaseMoves;

/** Differences and obstacles in the reader's language. */
@Component
class ChangeWords {

    private final MessageSource messages;

    ChangeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One file as the page shows it; public accessors for the template. */
    record FileView(String file, String title, List<String> sentences, List<String> quiet) {}

    List<FileView> of(List<FileChanges> changes, Locale locale) {
        return changes.stream().map(file -> of(file, locale)).toList();
    }

    private FileView of(FileChanges file, Locale locale) {
        var ending = file.file().substring(file.file().lastIndexOf('.') + 1);
        var id = file.file()
                .substring(file.file().lastIndexOf('/') + 1, file.file().lastIndexOf('.'));
        var title = say("process.file." + ending, locale, id);
        return new FileView(
                file.file(),
                file.kind() == Change.Kind.CHANGED ? title : say("process.file." + file.kind(), locale, title),
                sentences(file.telling(), locale),
                sentences(file.quiet(), locale));
    }

    String obstacle(String key, List<String> details, Locale locale) {
        return say("process.obstacle." + key, locale, details.toArray());
    }

    String obstacle(CaseMoves.Reason reason, Locale locale) {
        return obstacle(reason.obstacle().name(), List.of(reason.step(), reason.detail()), locale);
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private List<String> sentences(List<Change> changes, Locale locale) {
        return changes.stream()
                .map(change -> messages.getMessage(change.sentence(), locale))
                .toList();
    }
}
