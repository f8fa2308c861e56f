package vn.lantoa.reporting.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import vn.lantoa.reporting.AcceptedReport;

/**
 * What a package says.
 *
 * @param format 1; a reader refuses what it does not know
 * @param branch code of the unit whose branch it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PackageContent(
        int format, String branch, String branchName, String period, Instant madeAt, List<AcceptedReport> reports) {

    static final int FORMAT = 1;
}
