package vn.lantoa.onboarding;

/**
 * An import that a worker has taken up.
 *
 * @param worker who may finish it, unless another one has taken it over meanwhile
 */
record TakenImport(UnitImport imported, String worker, ImportTracking tracking) {

    long id() {
        return imported.id();
    }
}
