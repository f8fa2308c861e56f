package vn.lantoa.document;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/** Draws uploaded pictures anew: what is not to be seen in them, such as the place where they were taken, does not travel on. */
final class Pictures {

    private static final long MOST_PIXELS = 100_000_000L;
    private static final int LONGEST_EDGE = 3000;
    private static final float QUALITY = 0.88f;

    private Pictures() {}

    /** Whether its head can be read and it is no bomb of pixels. */
    static boolean readable(Path file) {
        try {
            return with(file, reader -> {
                var width = (long) reader.getWidth(0);
                var height = (long) reader.getHeight(0);
                return width > 0 && height > 0 && width * height <= MOST_PIXELS;
            });
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /**
     * The picture alone, at most {@value #LONGEST_EDGE} pixels long, upright as the camera meant it.
     *
     * @throws IOException when it cannot be drawn
     */
    static void redraw(Path file, UploadKind kind, OutputStream out) throws IOException {
        var image = upright(decoded(file), kind == UploadKind.JPEG ? Exif.orientation(file) : 1);
        if (kind == UploadKind.PNG) {
            ImageIO.write(image, "png", out);
            return;
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(opaque(image), null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private static <T> T with(Path file, Reading<T> reading) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reading.read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Large ones are read with every second or third pixel only, so that none fills the heap. */
    private static BufferedImage decoded(Path file) throws IOException {
        return with(file, reader -> {
            var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            var step = Math.max(1, (longest + LONGEST_EDGE - 1) / LONGEST_EDGE);
            var settings = reader.getDefaultReadParam();
            settings.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, settings);
        });
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        var turn = new AffineTransform();
        var width = image.getWidth();
        var height = image.getHeight();
        switch (orientation) {
            case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
            case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
            case 8 -> turn.setTransform(0, -1, 1, 0, 0, width);
            default -> {
                return image;
            }
        }
        var turned = orientation == 3
                ? new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB
                || image.getType() == BufferedImage.TYPE_3BYTE_BGR
                || image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return plain;
    }
}
