// Runs the islands' tests on Node's own runner; test/*.test.mjs, TypeScript bundled on the fly by esbuild.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./bundle.mjs";

install();
const folder = join(dirname(fileURLToPath(import.meta.url)), "test");
const tests = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(".test.mjs"))
  .map((name) => join(folder, name));
if (tests.length === 0) throw new Error(`no test in ${folder}`);
process.exit(spawnSync(process.execPath, ["--test", ...tests], { stdio: "inherit" }).status ?? 1);
