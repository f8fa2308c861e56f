package vn.lantoa.reporting.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.InstallationSignature;
import vn.lantoa.document.SmallArchive;

/** A package as a file: a ZIP of the reports as JSON, the public key, and the signature over the JSON's bytes. */
@Component
class PackageFile {

    /** 100,000 reports of sixty figures are about 400 MB; one province's are 15. What unpacks to more is refused while it unpacks. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final String REPORTS = "reports.json";
    private static final String KEY = "public-key.txt";
    private static final String SIGNATURE = "signature.txt";
    private static final int ENTRIES = 3;

    private final ObjectMapper json;
    private final InstallationSignature signature;

    PackageFile(ObjectMapper json, InstallationSignature signature) {
        this.json = json;
        this.signature = signature;
    }

    /** A package whose signature fits its bytes; whose key it is, is asked elsewhere. */
    record Signed(byte[] bytes, String publicKey) {}

    byte[] write(PackageContent content) {
        try (var bytes = new ByteArrayOutputStream()) {
            var reports = json.writeValueAsBytes(content);
            try (var zip = new ZipOutputStream(bytes)) {
                put(zip, REPORTS, reports);
                put(zip, KEY, text(signature.publicKey()));
                put(zip, SIGNATURE, text(signature.sign(reports)));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws PackageRefused when it is no package, or was altered after it was signed */
    Signed open(byte[] file) {
        var parts = unpack(file);
        if (!parts.keySet().containsAll(java.util.List.of(REPORTS, KEY, SIGNATURE))) {
            throw new PackageRefused("exchange.refused.no-package");
        }
        var key = new String(parts.get(KEY), StandardCharsets.US_ASCII).strip();
        var signed = new String(parts.get(SIGNATURE), StandardCharsets.US_ASCII).strip();
        if (!InstallationSignature.verifies(key, parts.get(REPORTS), signed)) {
            throw new PackageRefused("exchange.refused.altered");
        }
        return new Signed(parts.get(REPORTS), key);
    }

    /** @throws PackageRefused when the bytes are no content this release reads */
    PackageContent read(byte[] bytes) {
        try {
            var content = json.readValue(bytes, PackageContent.class);
            if (content.format() != PackageContent.FORMAT) {
                throw new PackageRefused("exchange.refused.format", content.format());
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new PackageRefused("exchange.refused.no-package");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unpack(byte[] file) {
        try {
            return SmallArchive.read(file, new SmallArchive.Limits(ENTRIES, LARGEST, LARGEST));
        } catch (SmallArchive.Unreadable e) {
            throw new PackageRefused(e.tooLarge().isEmpty() ? "exchange.refused.no-package" : "exchange.refused.large");
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] text(String line) {
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
