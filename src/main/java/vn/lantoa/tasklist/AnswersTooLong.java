package vn.lantoa.tasklist;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** More than any form can have asked for; refused before it fills the disk (413). */
class AnswersTooLong extends ErrorResponseException {

    AnswersTooLong(String detail) {
        super(
                HttpStatus.PAYLOAD_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, detail),
                null);
    }
}
