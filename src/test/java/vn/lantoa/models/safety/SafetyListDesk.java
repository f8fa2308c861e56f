package vn.lantoa.models.safety;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.models.safety.SafetyLists.Row;
import vn.lantoa.organization.Actor;

/** Lists of outside decisions about the units of a commune, as its officer enters them. */
abstract class SafetyListDesk {

    @Autowired
    ApplicationContext context;

    @Autowired
    SafetyLists lists;

    SafetyFixtures safety;
    Actor officer;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        officer = safety.branch.officer(safety.branch.a1);
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    int thisYear() {
        return safety.today().getYear();
    }

    SafetyOverview.Counts overview(int year) {
        return context.getBean(SafetyOverview.class)
                .of(officer, safety.branch.a1, year)
                .total();
    }

    String code(String unit) {
        var id =
                switch (unit) {
                    case "a1" -> safety.branch.a1;
                    case "a11" -> safety.branch.a11;
                    case "a12" -> safety.branch.a12;
                    default -> safety.branch.b1;
                };
        return safety.branch.unit(id).code();
    }

    SafetyLists.Draft recognition(int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return draft(SafetyDecision.Kind.RECOGNITION, year, stated, rows);
    }

    SafetyLists.Draft draft(SafetyDecision.Kind kind, int year, Map<SafetyResult, Integer> stated, Row... rows) {
        return new SafetyLists.Draft(
                new SafetyDecision(kind, year, "99/QĐ-UBND", safety.today(), "Chủ tịch UBND xã A1"),
                stated,
                List.of(rows),
                false);
    }

    static Row row(int line, String object, String code, String name, String result) {
        return new Row(line, object, code, name, result);
    }
}
