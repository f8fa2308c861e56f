package vn.lantoa.organization;

import java.util.Map;

/** The processes whose tasks a stand-in may be given; answered by who knows them. */
public interface KnownProcesses {

    /** Names by id, in the order in which they are offered. */
    Map<String, String> names();
}
