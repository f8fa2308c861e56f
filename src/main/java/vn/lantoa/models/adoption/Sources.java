package vn.lantoa.models.adoption;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.models.ModelSite;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.AddressId;

/** The sites that are copied, as people name them: by number, or by id. */
@Component
public class Sources {

    /** An id that no site has: what is named and does not exist is refused like what cannot be copied. */
    private static final SiteId NONE = SiteId.of(0);

    private final JdbcClient jdbc;
    private final ModelSites sites;

    Sources(JdbcClient jdbc, ModelSites sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    /** The site of this number or id; null when nothing was named. */
    public SiteId named(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        var said = name.strip();
        return AddressId.is(said)
                ? SiteId.of(Long.parseLong(said))
                : jdbc.sql("select id from model_site where number = ?")
                        .param(said)
                        .query(Long.class)
                        .optional()
                        .map(SiteId::of)
                        .orElse(NONE);
    }

    /** The site itself, if there is one. */
    public Optional<ModelSite> find(SiteId site) {
        return site == null ? Optional.empty() : sites.find(site);
    }
}
