package vn.lantoa.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.lantoa.audit.UntracedRoute;

/**
 * A POST of the API that carries an {@code Idempotency-Key} is done once: sent again, it is answered as the first time. Stands after the
 * sign-in (ordinary filters run after Spring Security's), since a key belongs to a person.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_BODY = 1_000_000;

    private final IdempotentAnswers answers;
    private final ObjectMapper json;
    private final MessageSource messages;
    private final List<PathPattern> untraced;

    IdempotencyFilter(
            IdempotentAnswers answers, ObjectMapper json, MessageSource messages, List<UntracedRoute> untraced) {
        this.answers = answers;
        this.json = json;
        this.messages = messages;
        this.untraced = untraced.stream()
                .map(route -> PathPatternParser.defaultInstance.parse(route.pattern()))
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || request.getRemoteUser() == null
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || leavesNoTrace(request);
    }

    private boolean leavesNoTrace(HttpServletRequest request) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return untraced.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = request.getHeader(KEY).strip();
        if (!token.matches("[\\x21-\\x7e]{1,200}")) {
            refuse(request, response, HttpStatus.BAD_REQUEST, "idempotency.malformed");
            return;
        }
        var readable = new ReadableRequest(request);
        var hash = hash(readable);
        var attempt = answers.begin(request.getRemoteUser(), token, hash);
        if (attempt.isPresent()) {
            first(readable, response, chain, attempt.get());
            return;
        }
        var known = answers.find(request.getRemoteUser(), token);
        if (known.isPresent() && !known.get().requestHash().equals(hash)) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_ENTITY, "idempotency.reused");
        } else if (known.isEmpty() || known.get().status() == null) {
            var done = known.isPresent() && known.get().effect();
            refuse(request, response, HttpStatus.CONFLICT, done ? "idempotency.done" : "idempotency.pending");
        } else {
            again(response, known.get());
        }
    }

    private void first(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, RequestEffects.Attempt attempt)
            throws ServletException, IOException {
        var copy = new ContentCachingResponseWrapper(response);
        var kept = false;
        RequestEffects.begin(attempt);
        try {
            chain.doFilter(request, copy);
            RequestEffects.end();
            var body = new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8);
            if (copy.getStatus() < 500 && copy.getStatus() != 401 && body.length() <= LONGEST_BODY) {
                var location = copy.getHeader(HttpHeaders.LOCATION);
                answers.keep(
                        attempt,
                        new IdempotentAnswers.Answer(
                                null, copy.getStatus(), copy.getContentType(), location, body, true));
                kept = true;
            }
        } finally {
            RequestEffects.end();
            if (!kept) {
                answers.release(attempt);
            }
            copy.copyBodyToResponse();
        }
    }

    private static void again(HttpServletResponse response, IdempotentAnswers.Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, null, request.getLocale()));
        problem.setProperty("why", key.substring(key.indexOf('.') + 1));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static String hash(ReadableRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
