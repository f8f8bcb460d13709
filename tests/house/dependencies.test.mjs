import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, textOf } from "./project.mjs";

test("every npm package has its reason in CONTRIBUTING, and none is left there", () => {
  const [, rows = ""] = /^\| npm package.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(textOf("CONTRIBUTING.md")) ?? [];
  const explained = [...rows.matchAll(/^\|([^|]+)\| \S/gm)].flatMap(([, names = ""]) => [
    ...names.matchAll(/`([^`]+)`/g),
  ]);
  const { dependencies = {}, devDependencies } = dataOf("package.json");
  assert.deepEqual(
    explained.map(([, name]) => name),
    Object.keys({ ...dependencies, ...devDependencies }).sort(),
  );
});
