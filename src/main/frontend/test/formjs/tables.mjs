// The systematic part of the corpus as tables. Values that form-js silently empties do not belong here but in server-only.json.

const form = (...components) => ({ type: "default", components });
const MISSING = Symbol("missing");
const answer = (key, value) => (value === MISSING ? {} : { [key]: value });
const fields = (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, a]) => [name, form({ key: "x", ...a })]));
const cross = (schemas, values) =>
  Object.keys(schemas).flatMap((schema) => values.map((value) => ({ schema, answers: answer("x", value) })));

const text = fields({
  textfield: { type: "textfield" },
  "textfield required": { type: "textfield", validate: { required: true } },
  "textfield 3 to 5": { type: "textfield", validate: { minLength: 3, maxLength: 5 } },
  "textfield pattern": { type: "textfield", validate: { pattern: "^[A-Z]{2}\\d+$", required: true } },
  "textfield pattern with blanks": { type: "textfield", validate: { pattern: "^\\S+\\s.+$" } },
  textarea: { type: "textarea" },
  "textarea required, at most 4": { type: "textarea", validate: { required: true, maxLength: 4 } },
});
const texts = [MISSING, null, "", " ", "ab", "abc", "  ab  ", "abcdef", "Hà Nội", "Đặng", "a\nb", "a\tb\r\nc", "AB12", "xAB1", 5, 1.5, true, "\u00a0ab\u00a0", "a\u00a0b", "👍👍"];

const kinds = fields({
  email: { type: "textfield", validate: { validationType: "email" } },
  phone: { type: "textfield", validate: { validationType: "phone", required: true } },
});
const addresses = [MISSING, "", "an@congdoan.vn", "an.binh+1@ldld.danang.gov.vn", "an@", "@congdoan.vn", "nguyễn@congdoan.vn", "an binh@x.vn", "+84912345678", "0084912345678", "0912345678", "+84 912 345 678", "+8491"];

const number = fields({
  number: { type: "number" },
  "number required": { type: "number", validate: { required: true } },
  "number 0 to 10": { type: "number", validate: { min: 0, max: 10 } },
  "number -2.5 to 2.5": { type: "number", validate: { min: "-2.5", max: 2.5 } },
  integer: { type: "number", decimalDigits: 0 },
  "two decimals": { type: "number", decimalDigits: 2 },
  "steps of 5": { type: "number", increment: 5 },
  "steps of 0.1": { type: "number", increment: "0.1" },
});
const numbers = [MISSING, null, "", 0, 1, -1, 10, 11, 2.5, -2.5, 0.1, 0.3, 12.345, "7", "-3", "0", "007", "2.50", ".5", "5.", "1e3", "1E-2", " 4 ", "+5", 123456789012345];
const asText = fields({
  "number as text": { type: "number", serializeToString: true },
  "number as text, two decimals, at least 1": { type: "number", serializeToString: true, decimalDigits: 2, validate: { min: 1, required: true } },
});
const numbersAsText = [MISSING, null, "", 0, 1, 2.5, "2.50", "0", "-0", "1e3", "0.005", "-7"];

const LEVELS = [{ label: "Một", value: "one" }, { label: "Hai", value: "two" }, { label: "Ba", value: "three" }];
const MIXED = [1, { label: "Không", value: false }, { value: "x" }, { label: "Đối tượng", value: { code: 7 } }, { label: "", value: "" }];
const choice = fields({
  select: { type: "select", values: LEVELS },
  "select required": { type: "select", values: LEVELS, validate: { required: true } },
  radio: { type: "radio", values: LEVELS },
  "radio required": { type: "radio", values: LEVELS, validate: { required: true } },
});
const several = fields({
  checklist: { type: "checklist", values: LEVELS },
  "checklist required": { type: "checklist", values: LEVELS, validate: { required: true } },
  taglist: { type: "taglist", values: LEVELS },
  "taglist required": { type: "taglist", values: LEVELS, validate: { required: true } },
});
const mixed = fields({ "select of mixed values": { type: "select", values: MIXED } });
const box = fields({
  checkbox: { type: "checkbox" },
  "checkbox required": { type: "checkbox", validate: { required: true } },
});

const dates = fields({
  date: { type: "datetime", subtype: "date" },
  "date required": { type: "datetime", subtype: "date", validate: { required: true } },
  "date by default": { type: "datetime" },
  "date not in the past": { type: "datetime", subtype: "date", disallowPassedDates: true },
});
const times = fields({
  time: { type: "datetime", subtype: "time" },
  "time required": { type: "datetime", subtype: "time", validate: { required: true }, timeInterval: 15 },
});
const moments = fields({ datetime: { type: "datetime", subtype: "datetime" } });
const zoned = {
  "time with zone": form({ type: "datetime", subtype: "time", key: "x", timeSerializingFormat: "utc_offset" }),
  "datetime with zone": form({ type: "datetime", subtype: "datetime", key: "x", timeSerializingFormat: "utc_offset" }),
  "time in UTC": form({ type: "datetime", subtype: "time", key: "x", timeSerializingFormat: "utc_normalized" }),
  "datetime in UTC": form({ type: "datetime", subtype: "datetime", key: "x", timeSerializingFormat: "utc_normalized" }),
};

const PATTERNS = ["^\\d{2}/\\d{4}$", "^[A-ZĐ][a-zđ]+$", "a.c", "^(?:ab|cd)+$", "\\bQĐ\\b", "[^\\s-]{3,}$", "\\u0110", "^\\w+@\\w+\\.vn$", "[.]{2}", "\\/", "^\\D*$", "x?y*z+?$", "^.{3}$", "^\\s*$", "[[]a", "\\x41"];
const patterns = fields(Object.fromEntries(PATTERNS.map((pattern) => [pattern, { type: "textarea", validate: { pattern } }])));
const patternTexts = ["12/2026", "Đặng", "An", "abc", "a\nc", "a\u2028c", "abcd", "QĐ", "số QĐ-TLĐ", "an@congdoan.vn", "..", "\u00a0", " \t", "[a"];

const figures = { "a figure": form({ type: "figures", key: "figures", indicators: [{ code: "H2", name: "Kinh phí" }] }) };
const figureValues = [
  "0", "00", "007", "12", "1.234", "12.345", "123.456", "1234.567", "1.234.567", "1.234.56", "1.23", "1.5", "0.5", "0.500", "01.234", "1.2345",
  "12,5", "0,5", ",5", "5,", "1,234", "12,345", "123,456", "1234,567", "0,123", "0,1234", "1,2345", "1,23", "1,000", "1,0000", "1,234,567", "1,234.5", "1.234,5", "1.234,567", "12.34,5",
  "1 234", "1 234 567", "12 34", "1 234,5", "1\u00a0234", "1\u202f234,5", " 12 ", "1  234",
  "-1", "- 1", "\u22121,5", "\u20131", "-", "--1", "-x", "+1", "1e3", "0x10", "\u0661", "1/2", "12%", "12 tổ", "NaN", ".", ",", "1.", "1..2", "1,,2",
  "999.999.999.999.999", "1.000.000.000.000.000", "99999999999999,9", "999999999999999,9", "0,000001", "0,0000001", "1,1000000000", "000000000000000000001", "1".repeat(50), "1," + "2".repeat(50), "1." + "2".repeat(50),
  0, 7, 7.5, 0.1, 1e3, 999999999999999, 1000000000000000, 0.000001, 0.0000001, 1.0000001, -1, -0.5, 0.30000000000000004,
];

export const tables = {
  "patterns": { about: "Regular expressions that JavaScript and RE2 must read alike", schemas: patterns, cases: cross(patterns, patternTexts) },
  "figure-values": {
    about: "How a figure's value is read: Vietnamese notation, what is ambiguous, what is too long",
    schemas: figures,
    cases: figureValues.map((value) => ({ schema: "a figure", note: JSON.stringify(value), answers: { figures: { H2: { value } } } })),
  },
  "text": { about: "Text fields: lengths, patterns, blanks, line breaks, NFC", schemas: { ...text, ...kinds }, cases: [...cross(text, texts), ...cross(kinds, addresses)] },
  "number": { about: "Numbers: bounds, decimals, steps, texts that are numbers", schemas: { ...number, ...asText }, cases: [...cross(number, numbers), ...cross(asText, numbersAsText)] },
  "choice": {
    about: "Choices of static options, check boxes",
    schemas: { ...choice, ...several, ...mixed, ...box },
    cases: [
      ...cross(choice, [MISSING, null, "", "one", "three"]),
      ...cross(several, [MISSING, null, [], ["one"], ["two", "one"], ["one", "one"]]),
      ...cross(mixed, [MISSING, null, 1, false, "x", { code: 7 }, ""]),
      ...cross(box, [MISSING, null, true, false]),
    ],
  },
  "datetime": {
    about: "Dates and times as form-js writes them, in Vietnam's zone",
    schemas: { ...dates, ...times, ...moments, ...zoned },
    cases: [
      ...cross(dates, [MISSING, null, "", "2026-06-15", "2024-02-29", "1954-07-21"]),
      ...cross(times, [MISSING, null, "", "00:00", "08:30", "23:59"]),
      ...cross(moments, [MISSING, null, "", "2026-06-15T08:00", "2024-02-29T23:59"]),
      { schema: "time with zone", answers: { x: "08:00+07:00" } },
      { schema: "datetime with zone", answers: { x: "2026-06-15T08:00+07:00" } },
      { schema: "time in UTC", answers: { x: "01:00Z" } },
      { schema: "datetime in UTC", answers: { x: "2026-06-15T01:00Z" } },
    ],
  },
};
