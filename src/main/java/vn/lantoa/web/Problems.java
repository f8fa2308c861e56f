package vn.lantoa.web;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import vn.lantoa.engine.ProcessWithdrawn;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** Which answer an exception deserves. */
final class Problems {

    /** PostgreSQL class 53 (no space, no memory, too many connections); H2: file I/O, and closed by it. */
    private static final Set<String> EXHAUSTED =
            Set.of("53000", "53100", "53200", "53300", "90031", "90028", "90098", "90121");

    private Problems() {}

    static HttpStatus statusOf(Throwable problem) {
        if (problem instanceof NotVisible) {
            return HttpStatus.NOT_FOUND;
        }
        if (problem instanceof NotAllowed || problem instanceof AccessDeniedException) {
            return HttpStatus.FORBIDDEN;
        }
        if (problem instanceof TaskGone
                || problem instanceof ProcessWithdrawn
                || problem instanceof OptimisticLockingFailureException) {
            return HttpStatus.CONFLICT;
        }
        if (problem instanceof AuthenticationException) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (problem instanceof MaxUploadSizeExceededException) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        if (problem instanceof ErrorResponse response) {
            return HttpStatus.valueOf(response.getStatusCode().value());
        }
        return statusOfInput(problem);
    }

    private static HttpStatus statusOfInput(Throwable problem) {
        if (problem instanceof MethodArgumentTypeMismatchException mismatch) {
            var inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
            return inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        }
        if (problem instanceof TypeMismatchException
                || problem instanceof HttpMessageNotReadableException
                || problem instanceof ServletRequestBindingException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (FullDisk.causes(problem)) {
            return HttpStatus.INSUFFICIENT_STORAGE;
        }
        return outOfService(problem) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static boolean outOfService(Throwable problem) {
        if (problem instanceof CannotCreateTransactionException
                || problem instanceof DataAccessResourceFailureException
                || problem instanceof QueryTimeoutException
                || problem instanceof TransientDataAccessException) {
            return true;
        }
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && EXHAUSTED.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
