// Conditions, containers, rows and outcomes as tables.

const form = (...components) => ({ type: "default", components });
const hide = (expression) => ({ conditional: { hide: expression } });
const field = (key, more = {}) => ({ type: "textfield", key, ...more });
const required = { validate: { required: true } };
const all = (schemas, answersOf) =>
  Object.keys(schemas).flatMap((schema) => (answersOf[schema] ?? []).map((answers) => ({ schema, answers })));

const conditions = {
  "equals text": form(field("a"), field("b", { ...hide('=a = "x"'), ...required })),
  "differs from text": form(field("a"), field("b", { ...hide('=a != "x"'), ...required })),
  "greater number": form({ type: "number", key: "n" }, field("b", { ...hide("=n > 5"), ...required })),
  "a box": form({ type: "checkbox", key: "agreed" }, field("b", { ...hide("=agreed"), ...required })),
  "no box": form({ type: "checkbox", key: "agreed" }, field("b", { ...hide("=not(agreed = true)"), ...required })),
  "is nothing": form({ type: "number", key: "n" }, field("b", { ...hide("=n = null"), ...required })),
  "and, or": form(field("a"), { type: "number", key: "n" }, field("b", { ...hide('=a = "x" and n >= 2 or a = "z"'), ...required })),
  "in a list of texts": form(field("a"), field("b", { ...hide('=list contains(["x", "y"], a)'), ...required })),
  "chosen among several": form(
    { type: "checklist", key: "c", values: ["one", "two"] },
    field("b", { ...hide('=list contains(c, "one")'), ...required }),
  ),
  "nobody chosen": form({ type: "checklist", key: "c", values: ["one", "two"] }, field("b", { ...hide("=count(c) = 0"), ...required })),
  "text length": form(field("a"), field("b", { ...hide("=string length(a) < 3"), ...required })),
  "starts with": form(field("a"), field("b", { ...hide('=starts with(a, "Đ")'), ...required })),
  "unknown variable": form(field("b", { ...hide("=somewhere = 1"), ...required })),
  "not an expression": form(field("a"), field("b", { ...hide('a = "x"'), ...required })),
  "one of a list": form(field("a"), field("b", { ...hide('=a in ["x", "y"]'), ...required })),
  "like another": form({ type: "number", key: "n" }, { type: "number", key: "m" }, field("b", { ...hide("=n = m"), ...required })),
  "more than another": form({ type: "number", key: "n" }, { type: "number", key: "m" }, field("b", { ...hide("=n > m"), ...required })),
  "not, with nothing": form({ type: "number", key: "n" }, field("b", { ...hide("=not(n = 3)"), ...required })),
  "not one of a list": form({ type: "select", key: "s", values: ["x", "y"] }, field("b", { ...hide('=not(s in ["x"])'), ...required })),
  "one of a list, or": form(field("a"), { type: "number", key: "n" }, field("b", { ...hide('=(a in ["x", "y"]) or n > 1'), ...required })),
  "or, with nothing": form({ type: "number", key: "n" }, field("a"), field("b", { ...hide('=n > 3 or a = "x"'), ...required })),
  "and, with nothing": form({ type: "number", key: "n" }, field("a"), field("b", { ...hide('=n > 3 and a = "x"'), ...required })),
  "a choice": form({ type: "select", key: "s", values: ["x", "y"] }, field("b", { ...hide('=s != "x"'), ...required })),
  "a number chosen": form({ type: "radio", key: "s", values: [1, 2] }, field("b", { ...hide("=s >= 2"), ...required })),
  "chain": form(field("a"), field("b", hide('=a = "x"')), field("c", { ...hide('=b = "y"'), ...required })),
  "a key path": form({ type: "number", key: "person.age" }, field("person.name", { ...hide("=person.age < 18"), ...required })),
  "a group": form(field("a"), { type: "group", path: "g", ...hide('=a = "x"'), components: [field("b", required), { type: "number", key: "n" }] }),
  "a group without path": form(field("a"), { type: "group", ...hide('=a = "x"'), components: [field("b", required)] }),
  "inside a group": form({ type: "group", path: "g", components: [field("a"), field("b", { ...hide('=g.a = "x"'), ...required })] }),
  "a list": form(field("a"), { type: "dynamiclist", path: "rows", ...hide('=a = "x"'), components: [field("b", required)] }),
  "in its own row": form({ type: "dynamiclist", path: "rows", components: [field("a"), field("b", { ...hide('=this.a = "x"'), ...required })] }),
  "by the form above": form(field("a"), { type: "dynamiclist", path: "rows", components: [field("b", { ...hide('=a = "x"'), ...required })] }),
  "by the parent": form(field("a"), { type: "dynamiclist", path: "rows", components: [field("b", { ...hide('=parent.a = "x"'), ...required })] }),
  "by the row's number": form({ type: "dynamiclist", path: "rows", components: [field("b", { ...hide("=i[1] = 2"), ...required })] }),
  "date order": form(
    { type: "datetime", subtype: "date", key: "from" },
    field("b", { ...hide('=from != null and date(from) < date("2026-01-01")'), ...required }),
  ),
};

const conditionAnswers = {
  "equals text": [{}, { a: "x" }, { a: "x", b: "lost" }, { a: "y", b: "kept" }, { a: "X" }, { a: null, b: "k" }],
  "differs from text": [{}, { a: "x" }, { a: "y" }, { a: "x", b: "k" }],
  "greater number": [{}, { n: 5 }, { n: 6 }, { n: 6, b: "lost" }, { n: "7" }, { n: 5.5 }, { n: null, b: "k" }],
  "a box": [{}, { agreed: true }, { agreed: true, b: "lost" }, { agreed: false, b: "k" }],
  "no box": [{}, { agreed: true }, { agreed: true, b: "k" }],
  "is nothing": [{}, { n: 0 }, { n: 0, b: "k" }, { n: null }, { n: "" }],
  "and, or": [{ a: "x", n: 2 }, { a: "x", n: 1 }, { a: "z" }, { a: "y", n: 9, b: "k" }, {}],
  "in a list of texts": [{ a: "x" }, { a: "z", b: "k" }, {}],
  "chosen among several": [{}, { c: ["one"] }, { c: ["two"], b: "k" }, { c: ["two", "one"], b: "lost" }],
  "nobody chosen": [{}, { c: [] }, { c: ["one"] }, { c: ["two"], b: "k" }],
  "text length": [{}, { a: "ab" }, { a: "abc" }, { a: "Đặng", b: "k" }],
  "starts with": [{ a: "Đà Nẵng" }, { a: "Hà Nội" }, { a: "Hà Nội", b: "k" }],
  "unknown variable": [{}, { b: "k" }],
  "not an expression": [{ a: "x" }, { a: "x", b: "k" }],
  "one of a list": [{}, { a: "x" }, { a: "z" }, { a: "", b: "k" }],
  "like another": [{}, { n: 1, m: 1 }, { n: 1, m: 2 }, { n: 1, b: "k" }, { n: 1, m: "1" }],
  "more than another": [{}, { n: 1, m: 1 }, { n: 2, m: 1 }, { n: 1, b: "k" }],
  "not, with nothing": [{}, { n: 1 }, { n: 4 }, { n: 3 }, { n: 4, b: "k" }],
  "not one of a list": [{}, { s: "x" }, { s: "y" }, { s: "x", b: "k" }],
  "one of a list, or": [{}, { a: "x" }, { a: "z" }, { a: "z", n: 2 }, { a: "z", n: 1, b: "k" }],
  "or, with nothing": [{}, { a: "x" }, { n: 1 }, { n: 4 }, { a: "y", b: "k" }],
  "and, with nothing": [{}, { a: "x" }, { n: 4 }, { n: 4, a: "x" }, { a: "x", b: "k" }, { b: "k" }],
  "a choice": [{}, { s: "x" }, { s: "y" }, { s: "x", b: "k" }],
  "a number chosen": [{}, { s: 1 }, { s: 2 }, { s: 1, b: "k" }],
  "chain": [{}, { a: "x", c: "k" }, { a: "x", b: "y" }, { b: "y" }, { b: "z" }, { b: "z", c: "k" }],
  "a key path": [{}, { person: { age: 17 } }, { person: { age: 17, name: "lost" } }, { person: { age: 18 } }, { person: { age: 18, name: "An" } }, { person: null }],
  "a group": [{}, { a: "x" }, { a: "x", g: { b: "lost", n: 1 } }, { a: "y", g: { b: "k", n: 1 } }, { g: { n: 2 } }],
  "a group without path": [{}, { a: "x" }, { a: "x", b: "lost" }, { b: "k" }],
  "inside a group": [{}, { g: { a: "x" } }, { g: { a: "x", b: "lost" } }, { g: { a: "y", b: "k" } }],
  "a list": [{}, { a: "x" }, { a: "x", rows: [{ b: "lost" }] }, { rows: [{ b: "k" }, {}] }, { rows: [{ b: "k" }, { b: "l" }] }],
  "in its own row": [{}, { rows: [{ a: "x" }] }, { rows: [{ a: "x", b: "lost" }, { a: "y" }] }, { rows: [{ a: "x" }, { a: "y", b: "k" }] }],
  "by the form above": [{ a: "x", rows: [{ b: "lost" }, {}] }, { a: "y", rows: [{ b: "k" }] }, { a: "x" }],
  "by the parent": [{ a: "x", rows: [{ b: "lost" }, {}] }, { a: "y", rows: [{ b: "k" }, {}] }],
  "by the row's number": [{ rows: [{ b: "k" }, {}] }, { rows: [{}, {}] }, { rows: [{ b: "k" }, { b: "lost" }, { b: "l" }] }],
  "date order": [{}, { from: "2025-12-31" }, { from: "2026-01-01" }, { from: "2026-01-01", b: "k" }],
};

const containers = {
  "columns": form(
    field("a", { layout: { row: "r1", columns: 8 }, ...required }),
    field("b", { layout: { row: "r1", columns: 8 } }),
    { type: "number", key: "n", layout: { row: "r2", columns: null } },
  ),
  "key paths": form(field("p.name", required), { type: "number", key: "p.age" }, field("q.r.s")),
  "groups": form({ type: "group", path: "g.h", components: [field("a", required), { type: "group", components: [field("b")] }] }, { type: "group", path: "g", components: [field("c")] }),
  "rows": form({ type: "dynamiclist", path: "m", components: [field("name", required), { type: "number", key: "n", validate: { max: 9 } }] }),
  "two rows at first": form({ type: "dynamiclist", path: "m", defaultRepetitions: 2, components: [field("name")] }),
  "no row at first": form({ type: "dynamiclist", path: "m", defaultRepetitions: 0, components: [field("name", required)] }),
  "rows in a group": form({ type: "group", path: "g", components: [{ type: "dynamiclist", path: "m.n", components: [field("x.y", required)] }] }),
  "rows in rows": form({ type: "dynamiclist", path: "m", components: [field("name"), { type: "dynamiclist", path: "k", components: [field("x", required)] }] }),
  "groups in rows": form({ type: "dynamiclist", path: "m", components: [{ type: "group", path: "g", components: [field("x", required)] }] }),
  "presets": form(field("a", { defaultValue: "mặc định" }), { type: "number", key: "n", defaultValue: 3, validate: { max: 2 } }, { type: "checkbox", key: "c", defaultValue: true }, { type: "select", key: "s", values: ["x", "y"], defaultValue: "y" }),
  "disabled": form(field("a", { disabled: true, ...required }), field("b")),
  "read-only": form(field("a", { readonly: true, ...required }), field("b")),
  "a disabled one decides": form(field("a", { disabled: true }), field("b", { ...hide('=a = "x"'), ...required })),
  "only to be read": form({ type: "text", text: "# Đọc" }, { type: "separator" }, { type: "spacer", height: 10 }, field("a")),
  "nothing asked": form({ type: "text", text: "Không hỏi gì" }),
};

const containerAnswers = {
  "columns": [{}, { a: "x", b: "y", n: 1 }],
  "key paths": [{}, { p: { name: "An" } }, { p: { name: "An", age: 30 }, q: { r: { s: "t" } } }, { p: null }, { q: {} }],
  "groups": [{}, { g: { h: { a: "x" } } }, { g: { h: { a: "x", b: "y" }, c: "z" } }, { g: { c: "z" } }],
  "rows": [{}, { m: null }, { m: [] }, { m: [{}] }, { m: [{ name: "An" }] }, { m: [{ name: "An", n: 9 }, { name: "", n: 10 }] }, { m: [null, { name: "An" }] }, { m: [{ name: "An", n: "3" }, { name: "Bình", n: null }] }],
  "two rows at first": [{}, { m: [{ name: "An" }] }, { m: [{}, {}, {}] }],
  "no row at first": [{}, { m: [{}] }, { m: [{ name: "An" }] }],
  "rows in a group": [{}, { g: { m: { n: [{ x: { y: "1" } }, { x: {} }] } } }, { g: { m: { n: [{ x: { y: "1" } }] } } }],
  "rows in rows": [{}, { m: [{ name: "An", k: [{ x: "1" }, { x: "2" }] }, { name: "Bình", k: [{}] }] }, { m: [{ k: [{ x: "1" }] }, { k: [] }] }],
  "groups in rows": [{}, { m: [{ g: { x: "1" } }, { g: {} }] }, { m: [{ g: { x: "1" } }] }],
  "presets": [{}, { n: 1 }, { a: "", n: null, c: null, s: null }, { a: "khác", n: 2, c: false, s: "x" }],
  "disabled": [{}, { a: "x", b: "y" }],
  "read-only": [{}, { a: "x", b: "y" }],
  "a disabled one decides": [{}, { a: "x" }, { a: "y", b: "k" }],
  "only to be read": [{}, { a: "x" }],
  "nothing asked": [{}],
};

const outcomes = {
  "a note to return": form(field("content", { properties: { only: "submit" }, ...required }), field("note", { type: "textarea", properties: { requiredFor: "return, reject" } })),
  "a group for one outcome": form({ type: "group", path: "g", properties: { only: "submit,nil" }, components: [field("a", required)] }, field("b")),
  "rows for one outcome": form({ type: "dynamiclist", path: "m", properties: { only: "submit" }, components: [field("a", required)] }, field("b", { properties: { only: "return", requiredFor: "return" } })),
};
const outcomeCases = Object.keys(outcomes).flatMap((schema) =>
  ["submit", "return", "nil", undefined].flatMap((outcome) => [{ schema, outcome, answers: {} }]),
);
const outcomeAnswers = [
  { schema: "a note to return", outcome: "submit", answers: { content: "x" } },
  { schema: "a note to return", outcome: "return", answers: { note: "sai" } },
  { schema: "a note to return", outcome: "reject", answers: { note: "" } },
  { schema: "a note to return", outcome: "submit", answers: { content: "x", note: "y" } },
  { schema: "a group for one outcome", outcome: "nil", answers: { g: { a: "x" }, b: "y" } },
  { schema: "rows for one outcome", outcome: "submit", answers: { m: [{ a: "x" }] } },
];

export const conditionTables = {
  "conditions": { about: "Hidden by condition: what is then asked, cleared, required", schemas: conditions, cases: all(conditions, conditionAnswers) },
  "containers": { about: "Columns, key paths, groups, repeated rows, presets, disabled and read-only", schemas: containers, cases: all(containers, containerAnswers) },
  "outcomes": { about: "Ours: properties.only and properties.requiredFor by the chosen outcome", schemas: outcomes, cases: [...outcomeCases, ...outcomeAnswers] },
};
