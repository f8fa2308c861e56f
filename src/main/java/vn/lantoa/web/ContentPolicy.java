package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** The strict content policy of SECURITY §4; pages with a form or an editor of processes may style by attribute, as form-js does, and no others. */
@Component
class ContentPolicy implements HeaderWriter {

    private static final String NAME = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; font-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; frame-src 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(NAME)) {
            // A file of somebody's is served in a sandbox of its own.
            return;
        }
        var styles = hasForm(request.getRequestURI()) ? "'self' 'unsafe-inline'" : "'self'";
        response.setHeader(NAME, String.format(POLICY, styles));
    }

    private static boolean hasForm(String path) {
        return path.startsWith("/dossiers/")
                || path.startsWith("/tasks/")
                || path.startsWith("/process-drafts/")
                || path.startsWith("/processes/");
    }
}
