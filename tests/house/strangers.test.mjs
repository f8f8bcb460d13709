// What a stranger has not got, and where a clone may not be led.

import assert from "node:assert/strict";
import { test } from "node:test";
import { projectFiles, textOf } from "./project.mjs";

const texts = projectFiles()
  .filter((path) => !/\.(png|ico|wasm)$/.test(path))
  .map((path) => ({ path, text: textOf(path) }));

/** @param {RegExp} pattern */
const holding = (pattern) => texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test("no file names the host of a package registry", () => {
  // Cargo's lock file names its index by a fixed word; that is not for us to change.
  assert.deepEqual(
    holding(/registry\.(npmjs|yarnpkg)\.|(static|index)\.crates\.io|npm\.pkg\.github|proxy\.golang\.org/),
    [],
  );
});

test("no file leans on a folder beside the project", () => {
  assert.deepEqual(
    holding(/\.\.\/shared\b/).filter((path) => path !== "tests/house/strangers.test.mjs"),
    [],
  );
});
