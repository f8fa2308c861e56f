package vn.lantoa.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import vn.lantoa.models.SiteId;

/** A site of the demo's list, and what became of it so far; every place and host is invented. */
final class DemoSite {

    /** How far a site's life goes in the demo. */
    enum Fate {
        DRAFT,
        SUBMITTED,
        WITHDRAWN,
        REJECTED,
        REGISTERED,
        TRIAL,
        PROPOSED,
        APPRAISED,
        ACTIVE,
        /** Its review comes due these days and waits for its officer. */
        DUE,
        REPAIR,
        REPAIRED,
        OVERDUE,
        LAPSED,
        SUSPENDED,
        CLOSED,
        REVOKED,
        /** A higher level is asked for and not yet weighed. */
        RAISING,
        RAISED,
        RAISED_TWICE;

        boolean reaches(Fate step) {
            return compareTo(step) >= 0;
        }

        boolean reviewed() {
            return this != DUE && this != OVERDUE && this != LAPSED;
        }
    }

    final String unit;
    final String kind;
    final String name;
    final String place;
    final String host;
    final int groups;
    final Fate fate;
    int members;
    int reviews;

    /** When a review found it wanting and nothing was done yet; null otherwise. */
    LocalDate wanting;

    /** Null while it has not begun. */
    SiteId id;

    private DemoSite(CSVRecord row, String kind, Fate fate) {
        this.unit = row.get("unit");
        this.kind = kind;
        this.name = row.get("name");
        this.place = row.get("place");
        this.host = row.get("host").isEmpty() ? null : row.get("host");
        this.groups = Integer.parseInt(row.get("groups"));
        this.members = Integer.parseInt(row.get("members"));
        this.fate = fate;
    }

    static DemoSite built(CSVRecord row) {
        return new DemoSite(row, row.get("kind"), Fate.valueOf(row.get("fate")));
    }

    static DemoSite takenOver(CSVRecord row, String kind) {
        return new DemoSite(row, kind, Fate.ACTIVE);
    }

    String officer() {
        return "canbo." + unit;
    }

    String leader() {
        return "lanhdao." + unit;
    }

    Map<String, Object> counts() {
        var counts = new HashMap<String, Object>();
        counts.put("groups", groups);
        counts.put("groupsQualifier", "exact");
        counts.put("members", members);
        counts.put("membersQualifier", "exact");
        return counts;
    }

    /** A number as a decision of that day would bear; invented. */
    Map<String, Object> decision(LocalDate day) {
        return Map.of(
                "number",
                20 + Math.floorMod(name.hashCode() + 7 * day.hashCode(), 380) + "/QĐ-CĐ",
                "date",
                day.toString());
    }
}
