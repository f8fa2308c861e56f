package vn.lantoa.commendation;

import vn.lantoa.organization.UnitId;

/**
 * An award title as it stands on a day: a dated row with its legal basis.
 *
 * @param deciderLevel the union level that decides, 1 to 4; 0 when an outside body does
 * @param outsideBody who decides outside the union, null otherwise
 * @param owner the unit whose own title it is, null for a title of the installation
 * @param ratioIndividual hundredths of the base salary, null when the union sets it itself
 * @param lastLevel the last union level that reviews: the deciding one, or the one that hands the file over
 * @param proposerTop the highest level that may propose, {@code proposerBottom} the lowest
 * @param state whether it is a state award, whose achievement must be recent (NĐ 152/2025/NĐ-CP Điều 33(9))
 * @param registration whether registration at the start of the year is asked
 * @param parts the parts of the dossier (DOMAIN 2.6), words with commas between
 */
public record AwardTitle(
        String code,
        String name,
        AwardForm form,
        int deciderLevel,
        String outsideBody,
        UnitId owner,
        boolean individuals,
        boolean collectives,
        AwardKind kind,
        Integer ratioIndividual,
        Integer ratioCollective,
        String basis,
        String verification,
        int lastLevel,
        int proposerTop,
        int proposerBottom,
        boolean state,
        boolean registration,
        String parts) {

    /** Whether a body outside the union decides. */
    public boolean outside() {
        return deciderLevel == 0;
    }

    /** Hundredths of the base salary that a collective, or a person, is paid; null when the union sets it itself. */
    public Integer ratio(boolean collective) {
        return collective ? ratioCollective : ratioIndividual;
    }

    boolean proposableFrom(int level) {
        return level >= proposerTop && level <= proposerBottom;
    }
}
