package vn.lantoa.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Serves files so that no browser runs anything in them: as attachments, with the type we know, in a sandbox (SECURITY §4). */
final class Downloads {

    private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private Downloads() {}

    /** @param size in bytes, negative when unknown */
    static void send(
            HttpServletResponse response, String name, String mediaType, long size, Consumer<OutputStream> content) {
        response.setContentType(mediaType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (size >= 0) {
            response.setContentLengthLong(size);
        }
        try {
            content.accept(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
