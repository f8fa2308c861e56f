package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.document.UploadRoute;

/** Files are large only where a page takes them. */
class BodySizeTest {

    private static final String FILES = "multipart/form-data; boundary=x";
    private static final int MB = 1024 * 1024;

    @Test
    void two_megabytes_pass_everywhere_and_ten_only_where_files_are_taken() throws Exception {
        assertThat(status("/tasks/1/note", "application/x-www-form-urlencoded", 2 * MB))
                .isEqualTo(200);
        assertThat(status("/tasks/1/note", "application/x-www-form-urlencoded", 3 * MB))
                .isEqualTo(413);
        assertThat(status("/tasks/1/note", FILES, 3 * MB)).isEqualTo(413);
        assertThat(status("/units/7/imports", FILES, 10 * MB)).isEqualTo(200);
        assertThat(status("/units/7/imports", FILES, 50 * MB)).isEqualTo(413);
        assertThat(status("/units/7/imports", "application/x-www-form-urlencoded", 3 * MB))
                .isEqualTo(413);
        assertThat(status("/units/7/imports/x", FILES, 3 * MB)).isEqualTo(413);
    }

    @Test
    void files_say_beforehand_how_large_they_are() throws Exception {
        var request = new MockHttpServletRequest("POST", "/units/7/imports");
        request.setContentType(FILES);
        request.addHeader("Transfer-Encoding", "chunked");
        assertThat(status(request)).isEqualTo(411);
    }

    private static int status(String path, String type, int length) throws Exception {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType(type);
        return status(request);
    }

    private static int status(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new BodySize(List.of(new UploadRoute("/units/*/imports"))).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
