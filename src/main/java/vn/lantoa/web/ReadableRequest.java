package vn.lantoa.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is read here and can be read once more by its controller. Files are left alone: they are read as parts. */
class ReadableRequest extends HttpServletRequestWrapper {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final byte[] body;
    private final boolean parts;

    ReadableRequest(HttpServletRequest request) throws IOException {
        super(request);
        parts = request.getContentType() != null && request.getContentType().startsWith("multipart/");
        body = parts ? new byte[0] : request.getInputStream().readNBytes(LARGEST);
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return parts ? super.getInputStream() : new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return parts
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
