import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, openPage } from "./support.mjs";

openPage();
const { personal } = await load("outline/personal.ts");
const rows = await load("outline/rows.ts");
const figures = await load("figures/answers.ts");
const { cells } = await load("grid/paste.ts");
const corpus = JSON.parse(readFileSync(new URL("../../../test/resources/reporting/personal-data.json", import.meta.url), "utf8"));

test("a name with a number is asked about and nothing else, as on the server", () => {
  for (const { text, asked } of corpus) assert.equal(personal(text) !== null, asked, text);
  assert.equal(personal("Lê Văn An 0905123456"), personal("Lê Văn An, ĐT 0905.123.456"));
});

test("a ticked proposal joins the row of the same matter and keeps all its sources", () => {
  const merged = { matter: "Bổ sung kinh phí.", addressee: "OTHER", from: "3 4", names: [] };
  const once = rows.include([{ matter: "bổ sung kinh phí", addressee: "OTHER", from: "3" }], merged);
  assert.deepEqual(once, [{ matter: "bổ sung kinh phí", addressee: "OTHER", from: "3 4" }]);
  assert.ok(rows.included(once, merged));
  assert.deepEqual(rows.leaveOut(once, merged), []);
  assert.equal(rows.include(once, { ...merged, addressee: "SUPERIOR" }).length, 2);
});

test("the second half is what the year has beyond its first, when both are numbers", () => {
  assert.deepEqual(figures.secondHalf({ value: 60 }, { value: 24 }), { value: 36 });
  assert.deepEqual(figures.secondHalf({ value: 60, qualifier: "over" }, { value: 24 }), { value: 36, qualifier: "about" });
  assert.equal(figures.secondHalf({ value: 60 }, { notStated: true }), null);
  assert.equal(figures.secondHalf(undefined, { value: 24 }), null);
});

test("a share of nothing, and of what is not stated, is no number", () => {
  assert.equal(figures.reached({ value: 71 }, 80), 88.8);
  assert.equal(figures.reached({ value: 71 }, 0), null);
  assert.equal(figures.reached({ notStated: true }, 80), null);
});

test("a block from Excel is read cell by cell", () => {
  assert.deepEqual(cells("71\t1.385\r\n\t\"trên\n8.000\"\r\n"), [["71", "1.385"], ["", "trên\n8.000"]]);
  assert.deepEqual(cells("5"), [["5"]]);
});
