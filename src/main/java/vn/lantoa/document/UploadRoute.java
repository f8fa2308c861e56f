package vn.lantoa.document;

/**
 * A page that takes files: a bean of this kind lets larger requests through there, and only there.
 *
 * @param pattern of the address, such as {@code /units/*}{@code /imports}
 * @param files how many files of {@link OfficeFiles#LARGEST} bytes one request may carry
 */
public record UploadRoute(String pattern, int files) {

    private static final long FIELDS_AROUND = 1024 * 1024;

    /** A page that takes one file. */
    public UploadRoute(String pattern) {
        this(pattern, 1);
    }

    /** The size of the largest request, in bytes. */
    public long largest() {
        return files * OfficeFiles.LARGEST + FIELDS_AROUND;
    }
}
