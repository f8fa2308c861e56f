package vn.lantoa.form;

import java.util.List;

/**
 * Something is wrong with one answer.
 *
 * @param code names the sentence: message key {@code form.error.<code>}
 * @param args in the order of the sentence; plain numbers are shown in the reader's notation
 */
record Finding(String key, String code, List<String> args) {

    static Finding of(String key, String code, Object... args) {
        return new Finding(
                key, code, List.of(args).stream().map(String::valueOf).toList());
    }
}
