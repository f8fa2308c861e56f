package vn.lantoa.engine;

/**
 * The four layers that keep a diagram from running code. Production has all of them, always; only tests take one away, to see
 * what the others hold alone.
 */
record Layers(boolean linter, boolean gate, boolean resolver, boolean switches) {

    static final Layers ALL = new Layers(true, true, true, true);
    static final Layers NONE = new Layers(false, false, false, false);

    Layers withoutLinter() {
        return new Layers(false, gate, resolver, switches);
    }

    Layers withoutGate() {
        return new Layers(linter, false, resolver, switches);
    }

    Layers withoutResolver() {
        return new Layers(linter, gate, false, switches);
    }

    Layers withoutSwitches() {
        return new Layers(linter, gate, resolver, false);
    }
}
