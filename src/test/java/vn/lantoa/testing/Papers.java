package vn.lantoa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Opens what the house printed and reads it back: the words, where they stand on the page, and the codes in it. */
public final class Papers {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float A4_WIDTH = 210;
    private static final float A4_HEIGHT = 297;

    private Papers() {}

    /** The words of a Word document, in which nothing was left unfilled. */
    public static String wordText(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(word)) {
            assertThat(extractor.getText()).doesNotContain("{{", "}}", "null");
            return extractor.getText();
        }
    }

    /** The words of a PDF, each space and line's end as one space. */
    public static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text).doesNotContain("{{", "}}", "null");
            return text;
        }
    }

    /** The words of each page of a PDF. */
    public static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
            }
            return pages;
        }
    }

    /**
     * Holds a PDF to NĐ 30/2020 Phụ lục I (DOMAIN §5.2): A4, text within the margins, the number of a page in the top margin from the second
     * one on, and fonts that travel with it.
     */
    public static void laidOut(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var page = document.getPage(number - 1);
                assertThat(page.getMediaBox().getWidth() / POINTS_PER_MM).isBetween(A4_WIDTH - 1, A4_WIDTH + 1);
                assertThat(page.getMediaBox().getHeight() / POINTS_PER_MM).isBetween(A4_HEIGHT - 1, A4_HEIGHT + 1);
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
                var edges = new Edges();
                edges.read(document, number);
                assertThat(edges.left).as("left margin of page %s", number).isGreaterThanOrEqualTo(29.5f);
                // A comma or a stop that ends a justified line hangs out by a part of its own width.
                assertThat(edges.right).as("right margin of page %s", number).isLessThanOrEqualTo(A4_WIDTH - 14.4f);
                assertThat(edges.bottom).as("bottom margin of page %s", number).isLessThanOrEqualTo(A4_HEIGHT - 19.5f);
                assertThat(edges.above.toString().strip())
                        .as("what stands in the top margin of page %s", number)
                        .isEqualTo(number == 1 ? "" : String.valueOf(number));
            }
        }
    }

    /** Keeps a page for the documentation, when {@code LANTOA_DOCS_WRITE} asks for it. */
    public static void picture(byte[] pdf, int page, String name) throws IOException {
        if (System.getenv("LANTOA_DOCS_WRITE") != null) {
            try (var document = Loader.loadPDF(pdf)) {
                var image = new PDFRenderer(document).renderImageWithDPI(page - 1, 96, ImageType.GRAY);
                ImageIO.write(image, "png", new File("src/docs/screens/" + name + ".png"));
            }
        }
    }

    /** Keeps a Word document under {@code target/papers}, to be opened by other programs, when {@code LANTOA_DOCS_WRITE} asks for it. */
    public static byte[] kept(byte[] docx, String name) throws IOException {
        if (System.getenv("LANTOA_DOCS_WRITE") != null) {
            var folder = Files.createDirectories(Path.of("target", "papers"));
            Files.write(folder.resolve(name + ".docx"), docx);
        }
        return docx;
    }

    /** What a telephone reads in the QR code on a page of a PDF, held over the whole page. */
    public static String qrOnPage(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return qr(new PDFRenderer(document).renderImageWithDPI(page - 1, 150, ImageType.RGB));
        }
    }

    /** What the only picture of a Word document says as a QR code. */
    public static String qrInWord(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(word.getAllPictures()).hasSize(1);
            return qr(ImageIO.read(
                    new ByteArrayInputStream(word.getAllPictures().get(0).getData())));
        }
    }

    private static String qr(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code is found", e);
        } catch (ReaderException e) {
            throw new AssertionError("the QR code cannot be read", e);
        }
    }

    /** How far the words of a page reach, in millimetres from its upper left corner. */
    private static final class Edges extends PDFTextStripper {

        private static final float TOP_MARGIN = 19;

        private float left = A4_WIDTH;
        private float right;
        private float bottom;
        private final StringBuilder above = new StringBuilder();

        void read(PDDocument document, int page) throws IOException {
            setStartPage(page);
            setEndPage(page);
            getText(document);
        }

        @Override
        protected void writeString(String text, List<TextPosition> letters) {
            for (var letter : letters) {
                if (letter.getUnicode().codePoints().allMatch(Character::isSpaceChar)) {
                    continue;
                }
                if (letter.getYDirAdj() / POINTS_PER_MM < TOP_MARGIN) {
                    above.append(letter.getUnicode());
                } else {
                    left = Math.min(left, letter.getXDirAdj() / POINTS_PER_MM);
                    right = Math.max(right, (letter.getXDirAdj() + letter.getWidthDirAdj()) / POINTS_PER_MM);
                    bottom = Math.max(bottom, letter.getYDirAdj() / POINTS_PER_MM);
                }
            }
        }
    }
}
