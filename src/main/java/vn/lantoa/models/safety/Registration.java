package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the registration of a year says.
 *
 * @param enterpriseSize MICRO, SMALL, MEDIUM, LARGE of an enterprise, else null
 * @param schoolLevel PRESCHOOL, PRIMARY, SECONDARY, HIGHER of a school, else null
 */
record Registration(
        SafetyObject workplace,
        String enterpriseSize,
        String schoolLevel,
        boolean armedForces,
        String number,
        LocalDate on) {

    /** From answers that the form has accepted for handing in. */
    static Registration of(Map<String, Object> answers) {
        var workplace = SafetyObject.valueOf(Answers.text(answers, "workplace"));
        return new Registration(
                workplace,
                workplace == SafetyObject.DN ? Answers.text(answers, "enterpriseSize") : null,
                workplace == SafetyObject.CSGD ? Answers.text(answers, "schoolLevel") : null,
                workplace == SafetyObject.CQ && Boolean.TRUE.equals(answers.get("armedForces")),
                Answers.text(answers, "registrationNumber"),
                Answers.day(answers, "registrationDate"));
    }
}
