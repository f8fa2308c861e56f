package vn.lantoa.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.UnitId;

/**
 * One year's commendation of a branch.
 *
 * @param root the unit whose branch it is for
 * @param title in Vietnamese, e.g. "Đợt xét khen thưởng năm 2026"
 */
public record Season(long id, UnitId root, int year, String title, State state) {

    static final String DOSSIER = "season";

    /** Whether nominations go on. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** The season as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, Long.toString(id));
    }

    static Season read(ResultSet row, int n) throws SQLException {
        return new Season(
                row.getLong("id"),
                UnitId.of(row.getLong("root_id")),
                row.getInt("season_year"),
                row.getString("title"),
                State.valueOf(row.getString("state")));
    }
}
