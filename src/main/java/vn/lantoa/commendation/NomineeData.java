package vn.lantoa.commendation;

/**
 * What is written down about who is nominated; everything but the kind may be missing while it is a draft.
 *
 * @param name as written; kept in composed form, without control characters
 */
public record NomineeData(
        boolean collective,
        String name,
        Sex sex,
        Integer birthYear,
        String post,
        boolean directWorker,
        Integer headcount,
        Integer women) {

    static final NomineeData NOBODY = new NomineeData(false, null, null, null, null, false, null, null);
}
