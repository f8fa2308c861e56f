package vn.lantoa.organization;

/** What a person may see but not do: answered as 403. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super(what);
    }
}
