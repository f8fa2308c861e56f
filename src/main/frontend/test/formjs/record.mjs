// Writes the systematic part of the corpus: every schema of a table with every answer, and what form-js 1.23 says to it.
// node test/formjs/record.mjs; read the difference before committing: the verdicts are form-js's, whether they please or not.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "./harness.mjs";
import { tables } from "./tables.mjs";
import { conditionTables } from "./tables-conditions.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../../../test/resources/form/corpus");
const { verdict } = await load();

for (const [file, { about, schemas, cases }] of Object.entries({ ...tables, ...conditionTables })) {
  const lines = [];
  for (const { schema, answers, outcome, note } of cases) {
    const told = await verdict(schemas[schema], answers, outcome ?? null);
    const name = [schema, note ?? JSON.stringify(answers).slice(0, 60), outcome].filter(Boolean).join(" · ");
    lines.push(JSON.stringify({ name, schema, answers, ...(outcome && { outcome }), ...told }));
  }
  const shown = Object.entries(schemas).map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
  writeFileSync(
    join(folder, `${file}.json`),
    `{\n  "about": ${JSON.stringify(about)},\n  "schemas": {\n${shown.join(",\n")}\n  },\n  "cases": [\n    ${lines.join(",\n    ")}\n  ]\n}\n`,
  );
  console.log(file, lines.length);
}
process.exit(0);
