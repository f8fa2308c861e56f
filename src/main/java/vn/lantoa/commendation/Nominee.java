package vn.lantoa.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.lantoa.organization.UnitId;

/**
 * Who is nominated: the minimum data set of DOMAIN 6.3 and nothing more. Whoever shows it logs it with {@link NomineeAccess}.
 *
 * @param name null before it is given and once it is erased
 * @param sex null for a collective
 * @param headcount members of a collective, null for a person
 * @param women how many of them are women
 */
public record Nominee(
        NominationId nomination,
        boolean collective,
        String name,
        Sex sex,
        Integer birthYear,
        UnitId unit,
        String post,
        boolean directWorker,
        Integer headcount,
        Integer women) {

    static Nominee read(ResultSet row, int n) throws SQLException {
        var sex = row.getString("sex");
        return new Nominee(
                NominationId.of(row.getLong("nomination_id")),
                row.getBoolean("collective"),
                row.getString("name"),
                sex == null ? null : Sex.valueOf(sex),
                row.getObject("birth_year", Integer.class),
                UnitId.of(row.getLong("unit_id")),
                row.getString("post"),
                row.getBoolean("direct_worker"),
                row.getObject("headcount", Integer.class),
                row.getObject("women", Integer.class));
    }

    /** A woman, or a collective of which at least seven in ten are women (NĐ 152/2025/NĐ-CP Điều 4(6)). */
    public boolean preferred() {
        return collective
                ? headcount != null && women != null && headcount > 0 && women * 10L >= headcount * 7L
                : sex == Sex.FEMALE;
    }

    /** "Công nhân, CĐCS Công ty May": post and unit as lists write them. */
    public String place(String unitName) {
        return post == null ? unitName : post + ", " + unitName;
    }
}
