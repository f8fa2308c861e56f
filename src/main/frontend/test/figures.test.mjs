import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./support.mjs";

openPage();
const figures = await load("figures/answers.ts");
const { asTyped, inWords, asDate, summed } = await load("figures/shown.ts");
const { wordsIn } = await load("shared/words.ts");

const indicators = [
  { code: "A1", name: "Văn bản", section: "II" },
  { code: "E2", name: "Được xét", section: "III.4" },
  { code: "E3", name: "Đạt", section: "III.4", pending: true },
  { code: "E4", name: "Tỷ lệ", unit: "%", section: "III.4", derived: "E3/E2" },
  { code: "G1", name: "Giấy khen", section: "III.6", dimensions: [{ code: "collective", name: "tập thể" }, { code: "individual", name: "cá nhân" }] },
];

test("zeros are filled where nothing is written, and nowhere else", () => {
  const answers = { E2: { value: 7 }, E3: { pending: true }, "G1.collective": { notStated: true } };
  const keys = figures.emptyPlaces(indicators, answers).map(({ key }) => key);
  assert.deepEqual(keys, ["A1", "G1.individual"]);
  const filled = figures.withZeros(answers, keys);
  assert.deepEqual(filled.A1, { value: 0 });
  assert.deepEqual(filled["G1.collective"], { notStated: true });
  assert.deepEqual(figures.without(filled, keys), answers);
});

test("progress counts indicators that are entered, not computed", () => {
  assert.deepEqual(figures.progress(indicators, { A1: { value: 0 }, "G1.collective": { value: 1 } }), { done: 1, of: 4 });
  assert.deepEqual(figures.progress(indicators, { G1: { value: 4 } }), { done: 1, of: 4 });
});

test("typed text becomes a number where it is one and is kept where it is not", () => {
  assert.deepEqual(figures.typed(undefined, "1.234,5"), { value: 1234.5 });
  assert.deepEqual(figures.typed({ notStated: true, note: "x" }, "12"), { note: "x", value: 12 });
  assert.deepEqual(figures.typed(undefined, "1.5"), { value: "1.5" });
  assert.deepEqual(figures.typed({ value: 3 }, " "), {});
});

test("not stated, zero and absent stay three things", () => {
  assert.deepEqual(figures.put({}, "A1", figures.stated({ value: 3 }, "notStated", true)), { A1: { notStated: true } });
  assert.deepEqual(figures.put({}, "A1", { value: 0, qualifier: "exact" }), { A1: { value: 0 } });
  assert.deepEqual(figures.put({ A1: { value: 3 } }, "A1", {}), {});
});

test("a ratio is computed when both its parts are there", () => {
  assert.equal(figures.derive(indicators[3], { E3: { value: 3 }, E2: { value: 4 } }), 75);
  assert.equal(figures.derive(indicators[3], { E3: { pending: true }, E2: { value: 4 } }), null);
  assert.equal(figures.derive(indicators[3], { E3: { value: 3 }, E2: { value: 0 } }), null);
});

test("figures are shown as they are read and typed in Vietnam", () => {
  const words = wordsIn("vi");
  assert.equal(inWords({ value: 8000, qualifier: "more_than" }, words, "vi"), "trên 8.000");
  assert.equal(inWords({ notStated: true }, words, "vi"), "không có số liệu");
  assert.equal(asTyped(1234.5), "1.234,5");
  assert.equal(asTyped(12.345), "12,3450");
  assert.equal(asDate("2026-06-14"), "14/06/2026");
});

test("the unit's own part goes on top of what its subordinates add up to", () => {
  const below = { sum: 71, qualifier: "more_than", units: 5 };
  assert.deepEqual(figures.withOwn({ value: 71, own: 0, notStated: true }, "3", below), { value: 74, own: 3, qualifier: "more_than" });
  assert.deepEqual(figures.withOwn({ value: 74, own: 3 }, "", below), { value: 71, own: 0, qualifier: "more_than" });
  assert.deepEqual(figures.withOwn({ value: 74, own: 3 }, "ba", below), { value: 74, own: "ba" });
  assert.equal(figures.ownPart({ value: 80 }, below), 9);
  assert.equal(figures.ownPart({ value: 70 }, below), undefined);
  assert.deepEqual(figures.typed({ value: 74, own: 3 }, "80"), { value: 80 });
});

test("a draft follows the subordinates' sum, its own parts stay", () => {
  const asked = [{ code: "D3", name: "Tổ", fromSubordinates: { sum: 80 } }, { code: "A1", name: "Văn bản" }, { code: "B2", name: "Lượt", fromSubordinates: { sum: 9, qualifier: "over" } }];
  const draft = { D3: { value: 74, own: 3 }, A1: { value: 1 } };
  assert.deepEqual(figures.followed(draft, asked), { D3: { value: 83, own: 3 }, A1: { value: 1 }, B2: { value: 9, qualifier: "over", own: 0 } });
  assert.equal(figures.followed({ D3: { value: 83, own: 3 }, B2: { notStated: true } }, asked), null);
  assert.equal(figures.followed({ D3: { value: 90 }, B2: { value: 9, own: 0 } }, asked), null);
});

test("what stands below is one number, a range, or nothing", () => {
  const words = wordsIn("vi");
  assert.equal(summed({ sum: 3184, units: 23 }, words, "vi"), "Trực thuộc: 3.184 (23 đơn vị)");
  assert.equal(summed({ least: 4, most: 9, units: 3 }, words, "vi"), "Trực thuộc: từ 4 đến 9 vì có thể trùng nhau (3 đơn vị)");
  assert.equal(summed({ units: 0 }, words, "vi"), "Trực thuộc: chưa đơn vị nào có số liệu");
});
