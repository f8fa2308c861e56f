package vn.lantoa.onboarding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.ImportWords.Duty;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Intake;
import vn.lantoa.organization.Intake.KnownPerson;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/** Reads the people of a file row by row: who is new, who is known, which posts are added. */
final class PeoplePlanning {

    /** A post that a row gives. */
    record PlannedPost(PlannedPerson person, Post post, Capacity capacity, String responsibility, LocalDate from) {}

    private final ImportPlan plan;
    private final ImportFaults faults;
    private final LocalDate today;
    private final Map<UnitId, List<KnownPerson>> known;
    private final Set<String> taken;
    private final Map<String, List<PlannedPerson>> seen = new HashMap<>();
    private final Map<String, PlannedPerson> byUsername = new HashMap<>();

    /**
     * @param known the people of the units that exist
     * @param taken the sign-in names of the file that somebody has already
     */
    PeoplePlanning(ImportPlan plan, Map<UnitId, List<KnownPerson>> known, Set<String> taken, LocalDate today) {
        this.plan = plan;
        this.faults = plan.faults;
        this.known = known;
        this.taken = taken;
        this.today = today;
    }

    static String username(ImportRow row) {
        return row.get(ImportField.USERNAME).toLowerCase(Locale.ROOT);
    }

    /** The posts a row gives; empty when it names nobody or something in it is wrong. */
    List<PlannedPost> read(ImportRow row) {
        var unit = plan.units.get(UnitPlanning.code(row.get(ImportField.CODE)));
        if (unit == null || !row.namesAPerson()) {
            return List.of();
        }
        var before = faults.count(ImportFault.Weight.FAULT);
        var duties = check(row);
        if (faults.count(ImportFault.Weight.FAULT) > before) {
            return List.of();
        }
        var person = person(row, unit);
        var posts = new ArrayList<PlannedPost>();
        for (var duty : duties) {
            if (person.posts.add(duty.post())) {
                posts.add(new PlannedPost(
                        person,
                        duty.post(),
                        capacity(row, duty),
                        row.orNull(ImportField.RESPONSIBILITY),
                        ImportWords.day(row.get(ImportField.FROM)).orElse(today)));
            }
        }
        plan.postsNew += posts.size();
        return posts;
    }

    private List<Duty> check(ImportRow row) {
        var name = row.get(ImportField.PERSON);
        if (VietnameseText.fold(name).isEmpty()) {
            faults.add(row, ImportField.PERSON, Reason.PERSON_MISSING);
        } else if (name.length() > 200) {
            faults.add(row, ImportField.PERSON, Reason.PERSON_TOO_LONG);
        }
        if (Intake.wrongPhone(row.orNull(ImportField.PHONE)).isPresent()) {
            faults.add(row, ImportField.PHONE, Reason.PHONE_MALFORMED);
        }
        if (Intake.wrongEmail(row.orNull(ImportField.EMAIL)).isPresent()) {
            faults.add(row, ImportField.EMAIL, Reason.EMAIL_MALFORMED);
        }
        if (row.get(ImportField.RESPONSIBILITY).length() > 400) {
            faults.add(row, ImportField.RESPONSIBILITY, Reason.TEXT_TOO_LONG);
        }
        if (!row.get(ImportField.CAPACITY).isEmpty()
                && ImportWords.capacity(row.get(ImportField.CAPACITY)).isEmpty()) {
            faults.add(row, ImportField.CAPACITY, Reason.CAPACITY_UNKNOWN);
        }
        from(row);
        username(row, name);
        return duties(row);
    }

    private List<Duty> duties(ImportRow row) {
        var text = row.get(ImportField.POST);
        var duties = ImportWords.duties(text);
        if (text.isEmpty()) {
            faults.add(row, ImportField.POST, Reason.POST_MISSING);
        } else if (duties.isEmpty()) {
            faults.add(row, ImportField.POST, Reason.POST_UNKNOWN);
        } else if (duties.get().stream().anyMatch(duty -> duty.post() == Post.ADMINISTRATOR)) {
            faults.add(row, ImportField.POST, Reason.POST_NOT_HERE);
        }
        return duties.orElse(List.of());
    }

    private void from(ImportRow row) {
        var text = row.get(ImportField.FROM);
        if (!text.isEmpty()
                && ImportWords.day(text)
                        .filter(day -> day.getYear() >= 1900 && day.getYear() <= 2200)
                        .isEmpty()) {
            faults.add(row, ImportField.FROM, Reason.DATE_MALFORMED);
        }
    }

    private void username(ImportRow row, String name) {
        var username = username(row);
        if (username.isEmpty()) {
            return;
        }
        if (Intake.wrongUsername(username).isPresent()) {
            faults.add(row, ImportField.USERNAME, Reason.USERNAME_MALFORMED);
            return;
        }
        var other = byUsername.get(username);
        var sameHere = other != null && VietnameseText.fold(other.name).equals(VietnameseText.fold(name));
        var sameKnown = taken.contains(username) && knownAs(row, username).isPresent();
        if (other != null && !sameHere || other == null && taken.contains(username) && !sameKnown) {
            faults.add(row, ImportField.USERNAME, Reason.USERNAME_TAKEN);
        }
    }

    private Optional<KnownPerson> knownAs(ImportRow row, String username) {
        var unit = plan.units.get(UnitPlanning.code(row.get(ImportField.CODE)));
        return unit.fresh()
                ? Optional.empty()
                : known.getOrDefault(unit.known.id(), List.of()).stream()
                        .filter(one -> one.username().equals(username))
                        .filter(one -> VietnameseText.fold(one.name())
                                .equals(VietnameseText.fold(row.get(ImportField.PERSON))))
                        .findFirst();
    }

    private PlannedPerson person(ImportRow row, PlannedUnit unit) {
        var username = username(row);
        if (byUsername.containsKey(username)) {
            return byUsername.get(username);
        }
        var name = row.get(ImportField.PERSON);
        var folded = VietnameseText.fold(name);
        var phone = row.orNull(ImportField.PHONE);
        var namesakes = seen.computeIfAbsent(unit.code + "|" + folded, none -> new ArrayList<>(1));
        for (var one : namesakes) {
            if (username.isEmpty() && agree(one.phone, phone)) {
                return one;
            }
        }
        var there = there(unit, folded, phone, username);
        var person = new PlannedPerson(
                unit,
                name,
                phone,
                row.orNull(ImportField.EMAIL),
                username.isEmpty() ? null : username,
                there.orElse(null));
        namesakes.add(person);
        if (!username.isEmpty()) {
            byUsername.put(username, person);
        }
        there.ifPresentOrElse(one -> meet(row, one), () -> plan.peopleNew++);
        return person;
    }

    private Optional<KnownPerson> there(PlannedUnit unit, String folded, String phone, String username) {
        if (unit.fresh()) {
            return Optional.empty();
        }
        var namesakes = known.getOrDefault(unit.known.id(), List.of()).stream()
                .filter(one -> username.isEmpty() || one.username().equals(username))
                .filter(one -> VietnameseText.fold(one.name()).equals(folded))
                .toList();
        return namesakes.stream()
                .filter(one -> agree(one.phone(), phone))
                .findFirst()
                .or(() -> namesakes.stream().findFirst());
    }

    private void meet(ImportRow row, KnownPerson there) {
        plan.peopleKnown++;
        if (!agree(there.phone(), row.orNull(ImportField.PHONE))) {
            faults.add(
                    row.number(),
                    ImportField.PHONE,
                    Reason.PERSON_REACHED_OTHERWISE,
                    row.get(ImportField.PHONE),
                    there.username() + ", " + there.phone());
        } else {
            faults.add(row.number(), ImportField.PERSON, Reason.PERSON_KNOWN, there.name(), there.username());
        }
    }

    private static Capacity capacity(ImportRow row, Duty duty) {
        return duty.post() == Post.LEADER
                ? ImportWords.capacity(row.get(ImportField.CAPACITY)).orElse(duty.capacity())
                : null;
    }

    private static boolean agree(String one, String other) {
        return one == null || other == null || digits(one).equals(digits(other));
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
