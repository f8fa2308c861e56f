package vn.lantoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.lantoa.document.UploadRoute;

/**
 * Says that too much was sent, where the server would only drop the fields and make it look like a missing token. Files are larger only
 * where a page takes them ({@link UploadRoute}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodySize extends OncePerRequestFilter {

    private static final long LARGEST = DataSize.ofMegabytes(2).toBytes();

    private final List<PathPattern> uploads;

    BodySize(List<UploadRoute> uploads) {
        this.uploads = uploads.stream()
                .map(route -> PathPatternParser.defaultInstance.parse(route.pattern()))
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var multipart =
                request.getContentType() != null && request.getContentType().startsWith("multipart/");
        var length = request.getContentLengthLong();
        if (multipart && length < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > (multipart && takesFiles(request) ? UploadRoute.LARGEST_REQUEST : LARGEST)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean takesFiles(HttpServletRequest request) {
        var path = org.springframework.http.server.PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return uploads.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
