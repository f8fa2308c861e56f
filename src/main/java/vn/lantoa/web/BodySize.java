package vn.lantoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says that too much was sent, where the server would only drop the fields and make it look like a missing token. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodySize extends OncePerRequestFilter {

    private static final long LARGEST = DataSize.ofMegabytes(2).toBytes();
    private static final long LARGEST_WITH_FILES = DataSize.ofMegabytes(40).toBytes();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var multipart =
                request.getContentType() != null && request.getContentType().startsWith("multipart/");
        if (request.getContentLengthLong() > (multipart ? LARGEST_WITH_FILES : LARGEST)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
