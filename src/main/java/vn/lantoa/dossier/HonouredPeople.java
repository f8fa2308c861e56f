package vn.lantoa.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import vn.lantoa.organization.UnitId;

/**
 * Who was commended and agreed to be named in public. A feature that holds somebody up as an example keeps the number of the file only and asks here
 * each time it shows a name: what was erased, annulled or taken back there is gone here too.
 */
public interface HonouredPeople {

    /**
     * One person.
     *
     * @param number of the file in which the person was proposed, e.g. {@code 2026-00012}
     * @param unit where the person belongs
     * @param decision number of the commendation
     */
    record Honoured(
            String number, String name, UnitId unit, String unitName, String title, String decision, LocalDate date) {}

    /** Those of these files whose person was commended by a decision in force and may be named now. */
    Map<String, Honoured> find(Collection<String> numbers);
}
