package vn.lantoa.operations;

import org.springframework.util.unit.DataSize;

/**
 * What is free of a disk.
 *
 * @param least below it a node takes no new work
 * @param early below it somebody should make room
 */
public record DiskRoom(DataSize free, DataSize total, DataSize least, DataSize early) {}
