package vn.lantoa.engine;

import java.util.List;

/** Many user tasks opened by one command ({@link Processes#startAll}); no {@link TaskOpened} is published for any of them. */
public record TasksOpened(List<TaskOpened> tasks) {}
