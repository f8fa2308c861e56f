import assert from "node:assert/strict";
import { test } from "node:test";
import { load, openPage } from "./support.mjs";

const window = openPage(`<input data-search><div class="rows"><article data-row><a href="#1">một</a></article><article data-row><a href="#2">hai</a></article></div><button data-keys hidden>Phím tắt</button>
  <div id="toasts" data-close="Đóng thông báo"></div>
  <form><label hidden><input type="checkbox" data-choose-all></label><input type="checkbox" name="row" checked><input type="checkbox" name="row"><p hidden><output data-chosen="row"></output></p></form>`);
globalThis.EventSource = class {
  addEventListener() {}
  close() {}
};
window.HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
window.HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new window.Event("close"));
};
await load("page.ts");

const press = (key, target = document.body) => target.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("j and k walk over the rows and stay inside them", () => {
  press("j");
  assert.equal(document.activeElement.textContent, "một");
  press("j");
  press("j");
  assert.equal(document.activeElement.textContent, "hai");
  press("k");
  assert.equal(document.activeElement.textContent, "một");
});

test("the slash goes to the search box, where keys are text again", () => {
  press("/");
  const box = document.querySelector("[data-search]");
  assert.equal(document.activeElement, box);
  press("j", box);
  assert.equal(document.activeElement, box);
});

test("the list of keys is Vietnamese and lets them be switched off", () => {
  press("?");
  const dialog = document.querySelector("dialog");
  assert.match(dialog.textContent, /Hiện danh sách phím tắt/);
  const on = dialog.querySelector("input");
  on.checked = false;
  on.dispatchEvent(new window.Event("change"));
  dialog.querySelector("button").click();
  document.activeElement.blur();
  press("/");
  assert.notEqual(document.activeElement, document.querySelector("[data-search]"));
  localStorage.clear();
});

test("what is chosen is counted, and all are chosen or cleared by one tick", () => {
  const rows = [...document.querySelectorAll("[name=row]")];
  const all = document.querySelector("[data-choose-all]");
  const shown = document.querySelector("[data-chosen]");
  const tick = (box, on) => {
    box.checked = on;
    box.dispatchEvent(new window.Event("change", { bubbles: true }));
  };
  assert.equal(shown.textContent, "1");
  assert.equal(all.indeterminate, true);
  assert.equal(all.closest("label").hidden, false);
  assert.equal(shown.parentElement.hidden, false);
  tick(rows[1], true);
  assert.equal(shown.textContent, "2");
  assert.equal(all.checked, true);
  tick(all, false);
  assert.equal(shown.textContent, "0");
  assert.deepEqual(rows.map((row) => row.checked), [false, false]);
  assert.equal(all.indeterminate, false);
});

test("a message of the server is shown and can be closed", () => {
  document.body.dispatchEvent(new window.CustomEvent("toast", { bubbles: true, detail: { text: "Đã nhận xử lý." } }));
  const toast = document.querySelector(".toast");
  assert.match(toast.textContent, /Đã nhận xử lý/);
  toast.querySelector("button").click();
  assert.equal(document.querySelector(".toast"), null);
});
