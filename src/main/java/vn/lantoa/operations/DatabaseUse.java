package vn.lantoa.operations;

import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * The database as this node sees it.
 *
 * @param product its name and version
 * @param size empty when it lies in memory
 * @param used connections at work, of {@code most}
 * @param queueing requests that wait for a connection
 */
public record DatabaseUse(String product, Optional<DataSize> size, int used, int most, int queueing) {}
