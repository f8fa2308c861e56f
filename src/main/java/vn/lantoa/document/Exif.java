package vn.lantoa.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera held its picture: the one thing of a photograph's data that must be obeyed before the rest is thrown away. */
final class Exif {

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int HEAD = 6;

    private Exif() {}

    /** 1 (upright) to 8; 1 when nothing readable is said. */
    static int orientation(Path jpeg) {
        try (var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(jpeg)))) {
            in.readUnsignedShort();
            while (true) {
                var marker = in.readUnsignedShort();
                var length = in.readUnsignedShort() - 2;
                if (marker == START_OF_SCAN || length < 0) {
                    return 1;
                }
                var block = in.readNBytes(length);
                if (marker == APP1 && length > HEAD + 8 && block[0] == 'E' && block[1] == 'x') {
                    return orientation(
                            ByteBuffer.wrap(block, HEAD, length - HEAD).slice());
                }
            }
        } catch (IOException | RuntimeException nothingReadable) {
            return 1;
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory);
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + entry * 12;
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                return tiff.getShort(at + 8);
            }
        }
        return 1;
    }
}
