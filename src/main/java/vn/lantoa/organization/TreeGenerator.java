package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.TreeWriter.NewUnit;

/** Grows trees of invented units and people, the same for the same seed: a commune union has 14 to 52 grassroots unions (DOMAIN §4.2). */
@Component
public class TreeGenerator {

    /**
     * What grew.
     *
     * @param root the root below which everything stands
     */
    public record Grown(
            UnitId root, List<UnitId> provinces, List<UnitId> communes, List<UnitId> grassroots, int people) {}

    private record Placed(UnitId id, String code) {}

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final int MOST_PROVINCES = 34;
    private static final int COMMUNES_OF_A_PROVINCE = 27;
    private static final int FEWEST = 14;
    private static final int MOST = 52;
    private static final int CHUNK = 20_000;

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương");
    private static final List<String> MIDDLE =
            List.of("Văn", "Thị", "Đức", "Minh", "Thu", "Quốc", "Thanh", "Ngọc", "Hữu", "Kim");
    private static final List<String> GIVEN = List.of(
            "An", "Ánh", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hà", "Hòa", "Huệ", "Khánh", "Lan", "Mai", "Nga",
            "Oanh", "Phúc", "Quỳnh", "Sơn", "Tuấn", "Uyên", "Việt", "Xuân", "Yến");
    private static final List<String> PLACES = List.of(
            "Tân", "Phú", "Bình", "Hòa", "Thuận", "Long", "An", "Đông", "Sơn", "Thạnh", "Vĩnh", "Lộc", "Mỹ", "Xuân");
    private static final List<String> TRADES = List.of(
            "May",
            "Da giày",
            "Điện tử",
            "Gỗ",
            "Thủy sản",
            "Cơ khí",
            "Bao bì",
            "Nhựa",
            "Dược",
            "Xây dựng",
            "Vận tải",
            "Thực phẩm");

    private final TreeWriter writer;

    TreeGenerator(TreeWriter writer) {
        this.writer = writer;
    }

    /**
     * Grows a tree of its own with one holder of each post that its unit has.
     *
     * @param size about how many units in all, from 10² to 10⁶
     * @param prefix begins every code, capital letters and digits; different for trees in one database
     * @param passwordHash the hash every account gets; null grows no people
     * @throws IllegalArgumentException when the size is out of range
     */
    @Transactional
    public Grown generate(long seed, int size, String prefix, String passwordHash) {
        if (size < 100 || size > 1_000_000) {
            throw new IllegalArgumentException("from 100 to 1,000,000 units, not " + size);
        }
        var random = new Random(seed);
        var communeCount = Math.max(2, size * 2 / (FEWEST + MOST));
        var provinceCount = Math.max(1, Math.min(MOST_PROVINCES, communeCount / COMMUNES_OF_A_PROVINCE));

        var root = new Placed(
                writer.unit(unit(prefix, "Tổng Liên đoàn (sinh thử " + prefix + ")", UnitKind.CONFEDERATION, null)),
                prefix);
        var provinces = write(IntStream.range(0, provinceCount)
                .mapToObj(i -> unit(
                        prefix + "-P" + i, "LĐLĐ tỉnh " + place(random), UnitKind.PROVINCIAL_FEDERATION, root.id()))
                .toList());
        var communes = write(IntStream.range(0, communeCount)
                .mapToObj(i -> unit(
                        prefix + "-X" + i,
                        "Công đoàn xã " + place(random),
                        UnitKind.COMMUNE_UNION,
                        provinces.get(i % provinceCount).id()))
                .toList());
        var people = staff(List.of(root), 1, random, passwordHash)
                + staff(provinces, 2, random, passwordHash)
                + staff(communes, 3, random, passwordHash);
        return grassroots(size, prefix, random, root, provinces, communes, passwordHash, people);
    }

    /** Written in chunks: a million units must not stand in memory with their people. */
    private Grown grassroots(
            int size,
            String prefix,
            Random random,
            Placed root,
            List<Placed> provinces,
            List<Placed> communes,
            String hash,
            int before) {
        var left = size - 1 - provinces.size() - communes.size();
        var ids = new ArrayList<UnitId>(left);
        var people = before;
        var chunk = new ArrayList<NewUnit>();
        for (var commune = 0; left > 0; commune = (commune + 1) % communes.size()) {
            for (var i = Math.min(left, FEWEST + random.nextInt(MOST - FEWEST + 1)); i > 0; i--) {
                chunk.add(unit(
                        prefix + "-C" + (ids.size() + chunk.size()),
                        "CĐCS Công ty " + trade(random),
                        UnitKind.GRASSROOTS_UNION,
                        communes.get(commune).id()));
                left--;
            }
            if (chunk.size() >= CHUNK || left == 0) {
                var written = write(chunk);
                people += staff(written, 4, random, hash);
                written.forEach(placed -> ids.add(placed.id()));
                chunk.clear();
            }
        }
        return new Grown(root.id(), idsOf(provinces), idsOf(communes), ids, people);
    }

    private List<Placed> write(List<NewUnit> units) {
        var ids = writer.units(units);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Placed(ids.get(i), units.get(i).code()))
                .toList();
    }

    private int staff(List<Placed> units, int level, Random random, String hash) {
        if (hash == null) {
            return 0;
        }
        var posts = postsAt(level);
        var people = new ArrayList<NewPerson>();
        for (var unit : units) {
            for (var post : posts) {
                people.add(new NewPerson(
                        post.code() + "." + unit.code().toLowerCase(Locale.ROOT),
                        name(random),
                        unit.id(),
                        hash,
                        false));
            }
        }
        var ids = writer.people(people);
        var holdings = new ArrayList<Holding>();
        for (var i = 0; i < ids.size(); i++) {
            var post = posts.get(i % posts.size());
            var capacity = post == Post.LEADER ? Capacity.TM : null;
            holdings.add(
                    new Holding(ids.get(i), post, units.get(i / posts.size()).id(), capacity, null, SINCE, null));
        }
        writer.holdings(holdings);
        return ids.size();
    }

    private static List<Post> postsAt(int level) {
        return switch (level) {
            case 1, 2 -> List.of(Post.OFFICER, Post.CHECKER, Post.LEADER, Post.RECORDS_OFFICE, Post.UNIT_ADMINISTRATOR);
            case 3 -> List.of(Post.OFFICER, Post.LEADER, Post.UNIT_ADMINISTRATOR);
            default -> List.of(Post.OFFICER, Post.LEADER);
        };
    }

    private static NewUnit unit(String code, String name, UnitKind kind, UnitId parent) {
        return new NewUnit(code, name, kind, parent, SINCE, null, null);
    }

    private static List<UnitId> idsOf(List<Placed> units) {
        return units.stream().map(Placed::id).toList();
    }

    private static String name(Random random) {
        return one(FAMILY, random) + " " + one(MIDDLE, random) + " " + one(GIVEN, random);
    }

    private static String place(Random random) {
        return one(PLACES, random) + " " + one(PLACES, random);
    }

    private static String trade(Random random) {
        return one(TRADES, random) + " " + one(PLACES, random) + " " + one(GIVEN, random);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
