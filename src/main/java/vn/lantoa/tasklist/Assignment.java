package vn.lantoa.tasklist;

/** What became of claiming, releasing or handing over a task. */
public sealed interface Assignment {

    /** As asked. */
    record Assigned() implements Assignment {}

    /** Another holder works on it already (409). */
    record ClaimedBy(String name) implements Assignment {}

    /** Only holders of the post in that unit can be given it (422). */
    record NotAHolder(String username) implements Assignment {}

    /** That person did the step which this one checks (422). */
    record FourEyes(String name) implements Assignment {}
}
