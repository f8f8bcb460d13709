import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { shippedCrates } from "../../tools/package/crates.mjs";
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

test("every crate that ships may be used under a licence that deny.toml allows", () => {
  const { licenses } = /** @type {{licenses: {allow: string[]}}} */ (parse(textOf("deny.toml")));
  const allows = (/** @type {string} */ expression) =>
    expression
      .replaceAll(/[()]/g, "")
      .split(" AND ")
      .every((part) => part.split(" OR ").some((licence) => licenses.allow.includes(licence)));
  const crates = shippedCrates();
  assert.ok(crates.length > 0);
  assert.deepEqual(
    crates.filter(({ licence }) => !allows(licence)),
    [],
  );
});
