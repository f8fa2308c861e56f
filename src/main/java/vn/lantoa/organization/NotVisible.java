package vn.lantoa.organization;

/** What a person may not see does not exist for that person: answered as 404. */
public class NotVisible extends RuntimeException {

    public NotVisible(String what) {
        super(what);
    }
}
