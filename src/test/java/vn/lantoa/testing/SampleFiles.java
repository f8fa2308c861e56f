package vn.lantoa.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small files of every kind, made where they are needed. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] pdf() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF with a signature's dictionary over its bytes, as signing programs write it. */
    public static byte[] signedPdf() {
        var body = new String(pdf(), StandardCharsets.ISO_8859_1);
        var before = body + "\n9 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 ";
        var hole = "<30" + "00".repeat(200) + ">";
        var start = before.length() + "0000000000 0000000000 0000000000]/Contents ".length();
        var after = ">>\nendobj\n" + body.substring(body.lastIndexOf("startxref"));
        var range = String.format("%010d %010d %010d]/Contents ", start, start + hole.length(), after.length());
        return (before + range + hole + after).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A photograph of 40 × 20 points that says where it was taken and that the camera lay on its side. */
    public static byte[] photograph() {
        var plain = picture("jpeg");
        var exif = new ByteArrayOutputStream();
        exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        exif.writeBytes(new byte[] {1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        exif.writeBytes("GPS 21.0285 105.8542".getBytes(StandardCharsets.US_ASCII));
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
        out.writeBytes(exif.toByteArray());
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    public static byte[] picture(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] docx(String text) {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with one more part in its container. */
    public static byte[] withPart(byte[] container, String name, byte[] content) {
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(container))) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T with(byte[] content, Function<Path, T> use) {
        try {
            var file = Files.createTempFile("lantoa-sample", null);
            try {
                Files.write(file, content);
                return use.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
