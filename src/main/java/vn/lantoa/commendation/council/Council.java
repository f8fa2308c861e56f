package vn.lantoa.commendation.council;

import java.time.LocalDate;
import vn.lantoa.organization.UnitId;

/**
 * "Hội đồng thi đua, khen thưởng" of a unit, set up by a decision.
 *
 * @param unit whose people run it today: the successor, once the unit went on as another
 * @param unitName as the unit was called when the council was set up
 * @param closedOn the last day, null while it works
 */
public record Council(
        long id,
        UnitId unit,
        String unitName,
        String name,
        String decisionNumber,
        LocalDate decisionDate,
        LocalDate closedOn) {}
