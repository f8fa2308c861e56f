package vn.planted;

import org.springframework.modulith.Modulithic;

/** A house that breaks every rule once; only the architecture test looks at it. */
@Modulithic
public class PlantedApplication {}
