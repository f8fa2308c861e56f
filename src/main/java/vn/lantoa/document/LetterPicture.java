package vn.lantoa.document;

import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture that the house itself draws into a letter, the value of a field written {@code {{@name}}}. A template can only say where it
 * stands: none is ever read from an address or a file that somebody wrote into a template.
 */
public final class LetterPicture {

    private static final int QUIET = 4;
    private static final int PIXELS_A_SQUARE = 8;
    private static final double PIXELS_PER_MM = 96 / 25.4;

    private final byte[] png;
    private final int side;

    private LetterPicture(byte[] png, int side) {
        this.png = png;
        this.side = side;
    }

    /**
     * An address as a QR code, its quiet zone included.
     *
     * @param millimetres how long its side is on paper
     * @throws IllegalArgumentException when the address is too long for one
     */
    public static LetterPicture qr(String address, int millimetres) {
        try {
            var squares = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            var side = (squares.getWidth() + 2 * QUIET) * PIXELS_A_SQUARE;
            var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (var y = 0; y < side; y++) {
                for (var x = 0; x < side; x++) {
                    var column = x / PIXELS_A_SQUARE - QUIET;
                    var row = y / PIXELS_A_SQUARE - QUIET;
                    var within = column >= 0 && row >= 0 && column < squares.getWidth() && row < squares.getHeight();
                    image.setRGB(x, y, within && squares.get(column, row) == 1 ? 0x000000 : 0xFFFFFF);
                }
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new LetterPicture(out.toByteArray(), (int) Math.round(millimetres * PIXELS_PER_MM));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + address.length(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the library that fills templates takes it. */
    PictureRenderData drawn() {
        return Pictures.ofBytes(png, PictureType.PNG).size(side, side).create();
    }
}
