package vn.lantoa.models.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.organization.VietnameseText;

/** Which kinds are called alike: two units often propose the same thing in another order of words. */
final class KindLikeness {

    /** How much of the words of two names must be shared: "Tổ tự quản khu nhà trọ công nhân" and "Khu nhà trọ công nhân tự quản" share 7 of 8. */
    private static final double NEAR = 0.6;

    private KindLikeness() {}

    /** Those called the same, but for diacritics and signs. */
    static List<ModelKind> same(String name, KindId self, List<ModelKind> kinds) {
        var folded = VietnameseText.fold(name);
        return others(self, kinds).stream()
                .filter(kind -> VietnameseText.fold(kind.name()).equals(folded))
                .toList();
    }

    /** Those called nearly the same. */
    static List<ModelKind> near(String name, KindId self, List<ModelKind> kinds) {
        var words = Set.copyOf(VietnameseText.words(name));
        var folded = VietnameseText.fold(name);
        return others(self, kinds).stream()
                .filter(kind -> !VietnameseText.fold(kind.name()).equals(folded))
                .filter(kind -> shared(words, Set.copyOf(VietnameseText.words(kind.name()))) >= NEAR)
                .toList();
    }

    private static List<ModelKind> others(KindId self, List<ModelKind> kinds) {
        return kinds.stream().filter(kind -> !kind.id().equals(self)).toList();
    }

    private static double shared(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
