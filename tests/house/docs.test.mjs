import assert from "node:assert/strict";
import { test } from "node:test";
import { detectionPage } from "../../tools/docs/detection.mjs";
import { detectors, kinds, rules } from "../../tools/docs/sources.mjs";
import { filesIn, textOf } from "./project.mjs";

test("docs/detection.md is what `./build.sh docs` makes of the sources", () => {
  assert.equal(textOf("docs/detection.md"), detectionPage());
});

test("every kind is found by a detector or a rule, and each of these belongs to a kind", () => {
  const found = [...detectors().map(({ variant }) => variant), ...rules().map(({ kind }) => kind)];
  const known = kinds().map(({ name, variant }) => (found.includes(variant) ? variant : name));
  assert.deepEqual([...new Set(found)].sort(), known.sort());
});

test("every detector says what it cannot know", () => {
  const silent = detectors().filter(({ words }) => !/\bcannot know\b/.test(words));
  assert.deepEqual(
    silent.map(({ file }) => file),
    [],
  );
});

test("whoever reports something is asked for no private text", () => {
  const templates = filesIn(".github/ISSUE_TEMPLATE");
  assert.ok(templates.length > 0);
  const silent = templates.filter((path) => !/paste no private text/.test(textOf(path)));
  assert.deepEqual(silent, []);
});

test("the continuous integration runs what everybody runs", () => {
  assert.match(textOf(".github/workflows/ci.yml"), /^ +- run: \.ci\/run$/m);
});
