import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { BpmnModdle } from "bpmn-moddle";
import { load, openPage } from "./support.mjs";

openPage();
const here = dirname(fileURLToPath(import.meta.url));
const camunda = JSON.parse(readFileSync(join(here, "../node_modules/camunda-bpmn-moddle/resources/camunda.json"), "utf8"));
const { lint } = await load("process-editor/diagram/lint.ts");
const { together } = await load("process-editor/editor.ts");
const { wordsIn } = await load("shared/words.ts");

async function found(xml, language = "vi") {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  return lint(rootElement, xml, "bpmn/a/a.bpmn", wordsIn(language));
}

const SHELL = (inside) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="https://lantoa.vn/bpmn">
  <bpmn:process id="a" name="A" isExecutable="true" camunda:historyTimeToLive="P3650D">${inside}</bpmn:process>
</bpmn:definitions>`;

/** Start, what is put between, end; the steps named one after another. */
const WAY = (between, ...ids) => {
  const all = ["Start", ...ids, "End"];
  const flows = all.slice(1).map((to, at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${all[at]}" targetRef="${to}" />`);
  const ends = (id) => {
    const at = all.indexOf(id);
    return (at > 0 ? `<bpmn:incoming>f${at - 1}</bpmn:incoming>` : "") + (at < all.length - 1 ? `<bpmn:outgoing>f${at}</bpmn:outgoing>` : "");
  };
  return SHELL(
    `<bpmn:startEvent id="Start" name="Bắt đầu">${ends("Start")}</bpmn:startEvent>${between(ends)}<bpmn:endEvent id="End" name="Xong">${ends("End")}</bpmn:endEvent>${flows.join("")}`,
  );
};

const rules = (list) => list.map(({ element, rule }) => `${element} ${rule}`).sort();

const TASK = `camunda:candidateGroups="canbo" camunda:formRef="f" camunda:formRefBinding="deployment"`;
const OUTCOME = `<bpmn:extensionElements><camunda:properties><camunda:property name="outcome:ok" value="Xong" /></camunda:properties></bpmn:extensionElements>`;

test("nothing is said against what is in service", async () => {
  const folder = join(here, "../../../../bpmn");
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".bpmn"));
  assert.ok(files.length >= 10);
  for (const file of files) assert.deepEqual((await found(readFileSync(join(folder, file), "utf8"))).map(({ words }) => words), [], file);
});

test("a step fresh from the palette lacks everything, in plain words", async () => {
  const list = await found(WAY((ends) => `<bpmn:userTask id="T">${ends("T")}</bpmn:userTask>`, "T"));
  assert.deepEqual(rules(list), ["T no-form", "T no-name", "T no-outcome", "T post"]);
  assert.equal(list.find(({ rule }) => rule === "post").words, "Bước chưa đặt tên chưa có chức danh xử lý.");
  assert.deepEqual(list.map(({ severity }) => severity), ["ERROR", "ERROR", "ERROR", "WARNING"]);
});

test("the sentence names the step, in the language of the page", async () => {
  const task = (ends) => `<bpmn:userTask id="T" name="Soát" ${TASK.replace('camunda:candidateGroups="canbo"', "")}>${OUTCOME}${ends("T")}</bpmn:userTask>`;
  assert.deepEqual((await found(WAY(task, "T"))).map(({ words }) => words), ["Bước «Soát» chưa có chức danh xử lý."]);
  assert.deepEqual((await found(WAY(task, "T"), "en")).map(({ words }) => words), ["The step “Soát” has no post to do it."]);
});

test("what is whole is not spoken of", async () => {
  assert.deepEqual(await found(WAY((ends) => `<bpmn:userTask id="T" name="Soát" ${TASK}>${OUTCOME}${ends("T")}</bpmn:userTask>`, "T")), []);
});

test("service, rule and calling steps and timers without their object", async () => {
  const list = await found(
    WAY(
      (ends) =>
        `<bpmn:serviceTask id="S" name="S">${ends("S")}</bpmn:serviceTask><bpmn:businessRuleTask id="B" name="B">${ends("B")}</bpmn:businessRuleTask>
         <bpmn:callActivity id="C" name="C">${ends("C")}</bpmn:callActivity><bpmn:intermediateCatchEvent id="W" name="W">${ends("W")}<bpmn:timerEventDefinition id="t" /></bpmn:intermediateCatchEvent>`,
      "S", "B", "C", "W",
    ),
  );
  assert.deepEqual(rules(list), ["B no-table", "C no-called", "S delegate-missing", "W no-duration"]);
});

const gateway = (first, attributes = "") => SHELL(`
  <bpmn:startEvent id="Start" name="Bắt đầu"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>
  <bpmn:exclusiveGateway id="G" name="Đạt?" ${attributes}><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:exclusiveGateway>
  <bpmn:endEvent id="E1" name="Một"><bpmn:incoming>f1</bpmn:incoming></bpmn:endEvent>
  <bpmn:endEvent id="E2" name="Hai"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
  <bpmn:sequenceFlow id="f0" sourceRef="Start" targetRef="G" />
  <bpmn:sequenceFlow id="f1" name="Có" sourceRef="G" targetRef="E1">${first}</bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="f2" sourceRef="G" targetRef="E2" />`);
const YES = `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${yes}</bpmn:conditionExpression>`;

test("each branch without a condition is named by where it goes, but not the way for everything else", async () => {
  assert.deepEqual((await found(gateway(""))).map(({ words }) => words), ["Đường đi «Có» chưa có điều kiện.", "Đường đi từ «Đạt?» đến «Hai» chưa có điều kiện."]);
  assert.deepEqual(rules(await found(gateway(YES))), ["f2 no-condition"]);
  assert.deepEqual(await found(gateway(YES, 'default="f2"')), []);
});

test("a step to which nothing leads, and from which nothing leads on", async () => {
  const list = await found(WAY(() => `<bpmn:userTask id="T" name="Lạc" ${TASK}>${OUTCOME}</bpmn:userTask>`));
  assert.deepEqual(rules(list), ["T no-way-in", "T no-way-out"]);
});

test("a step with two ways out goes both at once, which is seldom meant", async () => {
  const list = await found(
    WAY((ends) => `<bpmn:userTask id="T" name="Soát" ${TASK}>${OUTCOME}${ends("T")}<bpmn:outgoing>g</bpmn:outgoing></bpmn:userTask>
      <bpmn:endEvent id="E2" name="Hai"><bpmn:incoming>g</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id="g" sourceRef="T" targetRef="E2" />`, "T"),
  );
  assert.deepEqual(rules(list), ["T two-ways-at-once"]);
});

test("what the shared list does not name is refused while one draws, at the element that holds it", async () => {
  const task = (attributes, inside) => (ends) => `<bpmn:userTask id="T" name="Soát" ${TASK} ${attributes}>${OUTCOME.replace("</bpmn:extensionElements>", `${inside}</bpmn:extensionElements>`)}${ends("T")}</bpmn:userTask>`;
  const refused = (list) => list.map(({ element, rule, words }) => [element, rule, words]);
  assert.deepEqual(refused(await found(WAY(task('camunda:formKey="embedded:app:x"', ""), "T"))), [["T", "attribute-not-allowed", "Bước «Soát» có thuộc tính không được phép: camunda:formKey."]]);
  assert.deepEqual(refused(await found(WAY(task("", '<camunda:taskListener class="x.Y" event="create" />'), "T"))), [["T", "element-not-allowed", "Bước «Soát» có phần tử không được phép: camunda:taskListener."]]);
  const script = WAY((ends) => `<bpmn:scriptTask id="T" name="Chạy" scriptFormat="juel">${ends("T")}<bpmn:script>1</bpmn:script></bpmn:scriptTask>`, "T");
  assert.deepEqual(rules(await found(script)), ["T element-not-allowed", "T element-not-allowed"]);
  const zeebe = SHELL(`<bpmn:startEvent id="S" name="S"><bpmn:extensionElements><z:x xmlns:z="http://camunda.org/schema/zeebe/1.0" /></bpmn:extensionElements></bpmn:startEvent>`);
  assert.ok(rules(await found(zeebe)).includes("S element-not-allowed"));
});

test("the server's word and the linter's are one list, and what is mended is gone before the server knows", () => {
  const finding = (element, rule, severity = "ERROR") => ({ element, rule, severity, file: "a", words: `${element} ${rule}` });
  const server = [finding("T", "post"), finding("T", "leader-bypassed"), finding("X", "unreachable")];
  const local = [finding("T", "post"), finding("X", "no-way-in"), finding("Y", "no-name", "WARNING")];
  assert.deepEqual(rules(together(local, server, true)), ["T leader-bypassed", "T post", "X unreachable", "Y no-name"]);
  assert.deepEqual(rules(together([], server, false)), ["T leader-bypassed"]);
  assert.deepEqual(together(local, server, true).at(-1).rule, "no-name");
});
