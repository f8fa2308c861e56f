// Holds form-js and the rules of figures to the same corpus as the server (FormCorpusTest.java).
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "./formjs/harness.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../../test/resources/form/corpus");
const LEAST_CASES = 300;

const { verdict } = await load();
let run = 0;

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  test(file, async (t) => {
    const { schemas, cases } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const one of cases.filter((candidate) => !candidate.serverOnly)) {
      await t.test(one.name, async () => {
        const { accepted, refused } = one;
        const expected = refused ? { refused } : { accepted };
        assert.deepStrictEqual(await verdict(schemas[one.schema], one.answers, one.outcome ?? null), expected);
      });
      run++;
    }
  });
}

test("the corpus is large enough", () => assert.ok(run >= LEAST_CASES, `${run} cases`));
