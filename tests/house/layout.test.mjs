import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { projectFiles, textOf } from "./project.mjs";

const files = projectFiles();
const PURE_ROOMS = /^src\/(archive|choices|detect|rights|item)(\/|\.rs$)/;

test("every hand-written file of code is seen at a glance: at most 300 lines", () => {
  const code = files.filter((path) => /\.(rs|js|mjs|sh|css)$/.test(path));
  assert.ok(code.length > 0);
  const long = code
    .map((path) => ({ path, lines: textOf(path).split("\n").length - 1 }))
    .filter(({ lines }) => lines > 300);
  assert.deepEqual(long, []);
});

test("no folder or file is named after nothing in particular", () => {
  const vague = /^(utils?|helpers?|common|misc)(\.|$)/;
  const names = files.flatMap((path) => [basename(path), ...dirname(path).split("/")]);
  assert.deepEqual(
    names.filter((name) => vague.test(name)),
    [],
  );
});

test("the rooms that decide know nothing of the web", () => {
  const pure = files.filter((path) => PURE_ROOMS.test(path) && path.endsWith(".rs"));
  assert.ok(pure.length > 0);
  const webby = pure.filter((path) => /\b(web_sys|js_sys|wasm_bindgen|serde_wasm_bindgen|gloo)\b/.test(textOf(path)));
  assert.deepEqual(webby, []);
});

test("only one file names the extension API of the browser", () => {
  const rust = files.filter((path) => path.startsWith("src/") && path.endsWith(".rs"));
  const naming = rust.filter((path) => /js_namespace\s*=\s*\[?\s*"?(chrome|browser)\b/.test(textOf(path)));
  assert.deepEqual(naming, ["src/browser.rs"]);
});

test("no text is made by Debug or has a fraction, which the packer leaves out", () => {
  const shipped = files.filter((path) => /^src\/(?!.*\b(build|tests?)\b).*\.rs$/.test(path));
  assert.ok(shipped.length > 0);
  const unsaid = /\{[^{}"]*:[^{}"]*(\?|\.\d+)\}/;
  const code = (/** @type {string} */ path) => textOf(path).split("#[cfg(test)]\nmod tests {")[0] ?? "";
  assert.ok(unsaid.test('format!("{error:?}")') && unsaid.test('format!("{:.1}px", width)'));
  assert.deepEqual(
    shipped.filter((path) => unsaid.test(code(path))),
    [],
  );
});

test("no test is skipped and none stands alone", () => {
  const tests = files.filter((path) => /\.(rs|mjs)$/.test(path));
  const idle = /#\[ignore\b|\b(test|it|describe)\.(skip|only|todo)\b|\b(skip|only|todo): true\b/;
  assert.deepEqual(
    tests.filter((path) => idle.test(textOf(path))),
    [],
  );
});
