package vn.lantoa.document;

/**
 * A page that takes files: a bean of this kind lets requests of up to {@link #LARGEST_REQUEST} bytes through there, and only there.
 *
 * @param pattern of the address, such as {@code /units/*}{@code /imports}
 */
public record UploadRoute(String pattern) {

    /** A file of {@link OfficeFiles#LARGEST} bytes with the fields around it. */
    public static final long LARGEST_REQUEST = OfficeFiles.LARGEST + 1024 * 1024;
}
