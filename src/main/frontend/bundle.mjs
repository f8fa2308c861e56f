// Builds the islands: installs what the lock file names, bundles every src/*.ts and the style sheet, and does neither twice for the same inputs.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const css = join(here, "../resources/static/css");
const out = resolve(process.argv[2] ?? join(here, "dist"));

export function install() {
  const wanted = digest([join(here, "package.json"), join(here, "package-lock.json")]);
  const stamp = join(here, "node_modules", ".lantoa-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error("npm ci failed; Node 20 or later with npm is needed");
  writeFileSync(stamp, wanted);
}

async function bundle() {
  const inputs = [join(here, "package-lock.json"), join(here, "bundle.mjs"), join(here, "form-js-words.mjs"), ...files(join(here, "src")), ...files(css)];
  const wanted = digest(inputs);
  const stamp = join(out, ".inputs");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { build } = await import("esbuild");
  const { formJsWords } = await import("./form-js-words.mjs");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [
      // One request for all sheets: a slow line pays for each.
      join(css, "lantoa.css"),
      ...readdirSync(join(here, "src"))
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(here, "src", name)),
    ],
    entryNames: "[name]",
    chunkNames: "part-[hash]",
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    sourcemap: false,
    target: ["es2020"],
    legalComments: "linked",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [formJsWords],
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".eot": "empty", ".svg": "dataurl", ".png": "dataurl" },
    logLevel: "warning",
  });
  // Sheets of islands come with their islands, not with every page.
  rmSync(join(out, "page.css"), { force: true });
  writeFileSync(stamp, wanted);
}

function files(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path.slice(here.length)).update(readFileSync(path));
  return hash.digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  await bundle();
}
