package vn.lantoa.commendation.council;

import java.util.List;
import org.springframework.stereotype.Component;

/** The sessions of a council whoever may see the council may see. */
@Component
public class SessionList {

    private final SessionRows rows;

    SessionList(SessionRows rows) {
        this.rows = rows;
    }

    /** The latest first, called off ones too. */
    public List<CouncilSession> of(Council council) {
        return rows.of(List.of(council.id()));
    }
}
