import assert from "node:assert/strict";
import { test } from "node:test";
import { json, load, openPage, pause } from "./support.mjs";

const window = openPage();
const puts = [];
globalThis.fetch = window.fetch = async (url, request) => {
  puts.push({ url: String(url), body: JSON.parse(request.body) });
  return json({ version: puts.length + 1 });
};
await load("form-island.ts");

const options = [{ label: "Một", value: "a" }, { label: "Hai", value: "b" }];
const schema = {
  type: "default",
  id: "form",
  schemaVersion: 18,
  components: [
    { type: "figures", key: "figures", id: "Figures", label: "Biểu số liệu", mode: "enter", span: { from: "2026-01-01", to: "2026-06-14" }, sections: [{ code: "II", title: "Chỉ đạo" }, { code: "III", title: "Mô hình" }],
      indicators: [
        { code: "A1", name: "Văn bản", unit: "văn bản", section: "II", required: true, integer: true, usedLastYear: true, lastYear: { value: 12 } },
        { code: "D3", name: "Tổ tự quản", unit: "tổ", section: "III", required: true, reasonFor: { dropOver: 20, previous: 71 } },
        { code: "D4", name: "Thành viên", unit: "người", section: "III", required: true },
      ] },
    { type: "textfield", key: "contact", id: "Contact", label: "Nơi liên hệ", validate: { required: true, minLength: 3 } },
    { type: "number", key: "pages", id: "Pages", label: "Số trang", decimalDigits: 0 },
    { type: "datetime", subtype: "datetime", key: "when", id: "When", dateLabel: "Ngày", timeLabel: "Giờ", timeInterval: 15 },
    { type: "select", key: "way", id: "Way", label: "Hình thức", searchable: true, values: options },
    { type: "select", key: "plain", id: "Plain", label: "Nơi", values: options },
    { type: "taglist", key: "tags", id: "Tags", label: "Thành phần", values: options },
    { type: "checklist", key: "list", id: "List", label: "Đã làm", values: options },
    { type: "radio", key: "radio", id: "Radio", label: "Kết quả", values: options },
    { type: "checkbox", key: "sure", id: "Sure", label: "Đã kiểm tra" },
    { type: "table", id: "Table", label: "Bảng", dataSource: "=none", columns: [{ key: "a", label: "Cột" }] },
    { type: "dynamiclist", id: "Rows", path: "rows", label: "Hội nghị", allowAddRemove: true, defaultRepetitions: 1, components: [{ type: "textfield", key: "name", id: "RowName", label: "Tên" }] },
    { type: "textarea", key: "reason", id: "Reason", label: "Lý do trả lại", properties: { only: "return", requiredFor: "return" } },
  ],
};

async function open({ answers = {}, errors = [], form = schema, locale = "vi", readonly = false } = {}) {
  document.body.innerHTML = `<lantoa-form></lantoa-form><form id="step"><input type="hidden" name="answers"><input type="hidden" name="version"><button name="outcome" value="submit">Trình duyệt</button><button name="outcome" value="return">Trả lại</button></form>`;
  const island = document.createElement("lantoa-form");
  Object.assign(island.dataset, { form: "step", task: "t1", version: "1", locale, schema: JSON.stringify(form), answers: JSON.stringify(answers), errors: JSON.stringify(errors) });
  if (readonly) island.dataset.readonly = "";
  document.querySelector("lantoa-form").replaceWith(island);
  await pause(80);
  return { island, field: () => JSON.parse(document.querySelector("[name=answers]").value), at: (id) => island.querySelector(`[id="${id}"], [id$="-${id}"]`) };
}

function write(input, text) {
  input.focus();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value").set.call(input, text);
  input.dispatchEvent(new window.Event("input", { bubbles: true }));
}

function send(outcome) {
  const event = new window.Event("submit", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "submitter", { value: document.querySelector(`button[value=${outcome}]`) });
  document.getElementById("step").dispatchEvent(event);
  return !event.defaultPrevented;
}

test("the hidden field follows what is typed, the last value too", async () => {
  const { field, at } = await open({ answers: { contact: "Ban" } });
  assert.equal(field().contact, "Ban");
  write(at("Contact"), "Ban Công tác");
  write(at("figure-A1"), "1.234");
  write(at("Pages"), "7");
  await pause(20);
  send("submit");
  assert.deepEqual([field().contact, field().figures.A1, field().pages], ["Ban Công tác", { value: 1234 }, 7]);
});

test("what is typed is saved as a draft", async () => {
  const { at, island } = await open();
  puts.length = 0;
  write(at("Contact"), "Ban Công tác");
  await pause(20);
  await island.draft.flush();
  assert.match(puts[0].url, /\/tasks\/t1\/draft$/);
  assert.equal(puts[0].body.answers.contact, "Ban Công tác");
  assert.match(island.querySelector(".draft").textContent, /^Đã lưu lúc \d\d:\d\d$/);
  assert.equal(document.querySelector("[name=version]").value, "2");
});

test("errors are shown once before sending; the server decides when asked again", async () => {
  const { island, at } = await open();
  assert.equal(send("submit"), false);
  const said = island.querySelector(".error-summary").textContent;
  assert.match(said, /Cần xem lại 4 mục/);
  assert.match(said, /Nơi liên hệ: Mục này bắt buộc\./);
  assert.match(said, /Tổ tự quản: Ghi số liệu hoặc chọn “không có số liệu”\./);
  assert.doesNotMatch(said, /Lý do trả lại/);
  assert.equal(send("submit"), true);
  write(at("Contact"), "xy");
  await pause(20);
  assert.equal(send("submit"), false);
});

test("an outcome may require a field of its own", async () => {
  const { island } = await open({ answers: { contact: "Ban", figures: { A1: { value: 1 }, D3: { notStated: true }, D4: { value: 2 } } } });
  assert.equal(send("return"), false);
  assert.match(island.querySelector(".error-summary").textContent, /Lý do trả lại: Mục này bắt buộc/);
});

test("the server's messages stand beside their fields", async () => {
  const { at, island } = await open({ errors: [{ key: "figures.D3", message: "Ghi rõ lý do." }, { key: "contact", message: "Quá ngắn." }] });
  await pause(20);
  assert.match(at("figure-D3-said").textContent, /Ghi rõ lý do/);
  assert.match(at("Contact").closest(".fjs-form-field").textContent, /Quá ngắn/);
  assert.match(island.querySelector(".error-summary").textContent, /Tổ tự quản: Ghi rõ lý do\./);
});

test("the rest is filled with zeros after one confirmation and can be taken back", async () => {
  const { island, field } = await open({ answers: { figures: { D4: { value: 5 } } } });
  island.querySelector(".figures__rest button").click();
  await pause(20);
  island.querySelector(".figures__ask .button--primary").click();
  await pause(20);
  assert.deepEqual(field().figures, { D4: { value: 5 }, D3: { value: 0 } });
  island.querySelector(".figures__done button").click();
  await pause(20);
  assert.deepEqual(field().figures, { D4: { value: 5 } });
});

test("a soft rule asks for its reason when the figure is left", async () => {
  const { at, island } = await open();
  write(at("figure-D3"), "40");
  at("figure-D3").blur();
  at("figure-D3").dispatchEvent(new window.Event("blur"));
  await pause(40);
  assert.match(at("figure-D3-said").textContent, /Giảm hơn 20 % so với kỳ trước \(71\)/);
  assert.ok([...island.querySelectorAll(".figure__text")].some((label) => label.textContent.includes("Lý do")));
});

test("no English is left in a Vietnamese form, seen or read aloud", async () => {
  const { island } = await open({ answers: { tags: ["a"], rows: [{ name: "x" }, { name: "y" }, { name: "z" }] } });
  for (const id of ["When", "Way", "Tags"]) island.querySelector(`[id*="-${id}"]`)?.dispatchEvent(new window.Event("focus"));
  island.querySelectorAll("[id*='-When'], [id*='-Tags-search'], [id*='-Way-search']").forEach((input) => input.focus());
  send("submit");
  await pause(50);
  const english = /\b(the|search|select|remove|add|new|increment|decrement|value|field|required|must|page|next|previous|show|nothing|results?|browse|files?|selected|date|time|month|year|hour|minute|january|june|monday|sun|mon|expand|collapse|click|sort|enter|invalid|yyyy|hh)\b/i;
  const texts = [...island.querySelectorAll("*")].flatMap((element) => [
    ...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name)),
    ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent),
  ]);
  // The licence of form-js forbids changing its mark.
  const left = texts.filter((text) => text && text !== "Powered by bpmn.io" && english.test(text));
  assert.deepEqual(left, []);
  assert.ok(texts.includes("ngày/tháng/năm") && texts.includes("Tăng") && texts.includes("Chọn"));
});

test("the same form speaks English on an English page", async () => {
  const { island } = await open({ locale: "en" });
  send("submit");
  assert.match(island.querySelector(".error-summary").textContent, /4 entries need attention/);
  assert.match(island.textContent, /Figures from 01\/01\/2026 to 14\/06\/2026/);
});

test("a form that is only read shows the figures as a table and saves nothing", async () => {
  const { island } = await open({ readonly: true, answers: { figures: { A1: { value: 1234, qualifier: "about" } } } });
  assert.match(island.querySelector(".figures__table").textContent, /khoảng 1\.234/);
  assert.equal(island.draft, undefined);
});

test("a reviewer's correction is marked and can be taken back", async () => {
  const form = { ...schema, components: [{ ...schema.components[0], mode: "review" }] };
  const { island, field, at } = await open({ form, answers: { figures: { A1: { value: 10 } } } });
  const act = (text) => [...island.querySelectorAll(".figure__acts button")].find((button) => button.textContent === text);
  act("Sửa số liệu").click();
  await pause(20);
  write(at("figure-A1"), "12");
  await pause(20);
  assert.match(island.textContent, /Đã sửa; số nộp lên: 10/);
  assert.deepEqual(field().figures.A1, { value: 12 });
  act("Trả về số đã nộp").click();
  await pause(20);
  assert.deepEqual(field().figures.A1, { value: 10 });
});

test("the unit's own part stands beside its subordinates' sum, and a draft follows that sum", async () => {
  const below = (sum) => ({ sum, floor: sum, qualifier: "exact", units: 2, notStated: 1, address: "/reports/1/consolidation/D3" });
  const form = structuredClone(schema);
  form.components[0].below = { expected: 3, accepted: 2, included: 0, awaiting: 1, address: "/reports/1/consolidation" };
  form.components[0].indicators[0].fromSubordinates = below(80);
  form.components[0].indicators[1].fromSubordinates = below(5);
  const { island, field, at } = await open({ form, answers: { figures: { A1: { value: 74, own: 3 } } } });
  assert.deepEqual(field().figures.A1, { value: 83, own: 3 });
  assert.equal(field().figures.D3.value, 5);
  assert.match(island.querySelector(".figures__below").textContent, /Đã cộng 2\/3 .* 1 báo cáo chờ tiếp nhận, chưa cộng/);
  assert.match(island.querySelector(".figure__below").textContent, /Trực thuộc: 80 \(2 đơn vị\) · 1 đơn vị không có số liệu/);
  write(island.querySelector(".figure__own"), "10");
  await pause(20);
  assert.deepEqual(field().figures.A1, { value: 90, own: 10 });
  write(at("figure-A1"), "70");
  await pause(20);
  assert.equal(field().figures.A1.own, undefined);
});
