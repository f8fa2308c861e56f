package vn.lantoa.engine;

/** A case that nothing had called has come to its end, whichever way. Published within the engine's transaction. */
record CaseEnded(String instance) {}
