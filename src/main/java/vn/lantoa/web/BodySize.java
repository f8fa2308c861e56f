package vn.lantoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
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

    private final Map<PathPattern, Long> uploads = new HashMap<>();

    BodySize(List<UploadRoute> routes) {
        routes.forEach(route ->
                uploads.put(PathPatternParser.defaultInstance.parse(route.pattern()), route.largest()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var multipart =
                request.getContentType() != null && request.getContentType().startsWith("multipart/");
        var length = request.getContentLengthLong();
        if (multipart && length < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > (multipart ? largestUpload(request) : LARGEST)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long largestUpload(HttpServletRequest request) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return uploads.entrySet().stream()
                .filter(upload -> upload.getKey().matches(path))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(LARGEST);
    }
}
