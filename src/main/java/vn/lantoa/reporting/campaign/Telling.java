package vn.lantoa.reporting.campaign;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;

/** Tells those who hold the posts by one statement; and, where anybody stands in for anybody today, those who do by a second one. */
@Component
class Telling {

    private final Announcements announcements;
    private final JdbcClient jdbc;

    Telling(Announcements announcements, JdbcClient jdbc) {
        this.announcements = announcements;
        this.jdbc = jdbc;
    }

    /**
     * @param holders a query of {@link Outstanding}; {@code instead} the same for those who stand in
     * @param params of both; {@code key} makes each person's notice the only one
     * @return how many people were told
     */
    int tell(String holders, String instead, Map<String, Object> params) {
        var told = announcements.tellAll(holders, params);
        var away = jdbc.sql(Outstanding.ANY_STAND_IN)
                .param("today", params.get("today"))
                .query(Integer.class)
                .single();
        if (away == 0) {
            return told;
        }
        var theirs = new HashMap<>(params);
        theirs.put("key", params.get("key") + ":instead");
        return told + announcements.tellAll(instead, theirs);
    }
}
