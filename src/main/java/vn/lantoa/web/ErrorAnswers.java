package vn.lantoa.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.engine.ProcessWithdrawn;
import vn.lantoa.organization.OpenToAll;

/** One way to say that something went wrong: a page of what happened, what was kept and what to do, or problem+json for programs. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAnswers implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503, 507);

    private static final String WITHDRAWN = "lantoa.withdrawn";

    private final PageModel pageModel;
    private final MessageSource messages;
    private final SignInPages signIn;

    ErrorAnswers(PageModel pageModel, MessageSource messages, SignInPages signIn) {
        this.pageModel = pageModel;
        this.messages = messages;
        this.signIn = signIn;
    }

    /** What a controller threw. */
    @ExceptionHandler(Exception.class)
    Object thrown(Exception problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem instanceof AsyncRequestNotUsableException) {
            // A page with live rows was closed: nobody is there to be answered.
            return null;
        }
        var status = Problems.statusOf(problem);
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), problem);
        }
        if (response.isCommitted()) {
            return null;
        }
        if (status == HttpStatus.UNAUTHORIZED && !PageRoutes.isApi(request)) {
            signIn.askWho(request, response, null);
            return null;
        }
        var detail = problem instanceof ErrorResponse known ? known.getBody() : ProblemDetail.forStatus(status);
        if (problem instanceof ProcessWithdrawn) {
            request.setAttribute(WITHDRAWN, true);
            detail.setDetail(messages.getMessage("error.withdrawn.what", null, LocaleContextHolder.getLocale()));
        }
        return answer(status, detail, request);
    }

    /** What a filter or the container refused. */
    @RequestMapping("/error")
    @OpenToAll
    Object refused(HttpServletRequest request) {
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = thrown == null
                ? Optional.ofNullable(code).map(HttpStatus::resolve).orElse(HttpStatus.NOT_FOUND)
                : Problems.statusOf(thrown);
        return answer(status, ProblemDetail.forStatus(status), request);
    }

    private Object answer(HttpStatus status, ProblemDetail detail, HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        return PageRoutes.isApi(asked) || wantsJson(request) ? problem(status, detail, asked) : page(status, request);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, ProblemDetail detail, String asked) {
        if (detail.getDetail() == null || status.is5xxServerError()) {
            detail.setDetail(text("what", status));
        }
        if (detail.getTitle() == null || detail.getTitle().equals(status.getReasonPhrase())) {
            detail.setTitle(text("title", status));
        }
        detail.setInstance(instance(asked));
        detail.setProperty("correlation", CorrelationId.current());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        pageModel.fill(model, request);
        var csrf = Boolean.TRUE.equals(request.getAttribute("lantoa.csrf"));
        var withdrawn = Boolean.TRUE.equals(request.getAttribute(WITHDRAWN));
        model.put("code", csrf ? "csrf" : withdrawn ? "withdrawn" : key(status));
        model.put("correlation", CorrelationId.current());
        model.put("home", status != HttpStatus.UNAUTHORIZED);
        return new ModelAndView("web/error", model, status);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        var type = request.getContentType();
        return accept != null && accept.contains("json") && !accept.contains("text/html")
                || type != null
                        && type.startsWith("application/json")
                        && (accept == null || !accept.contains("text/html"));
    }

    private static java.net.URI instance(String asked) {
        try {
            return java.net.URI.create(asked);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String text(String part, HttpStatus status) {
        return messages.getMessage("error." + key(status) + "." + part, null, LocaleContextHolder.getLocale());
    }

    private static String key(HttpStatus status) {
        if (TOLD.contains(status.value())) {
            return String.valueOf(status.value());
        }
        return status.is4xxClientError() ? "400" : "500";
    }
}
