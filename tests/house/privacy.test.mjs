import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn, textOf } from "./project.mjs";

/** All groups of a pattern in a text. @type {(text: string, pattern: RegExp) => string[]} */
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, group = ""]) => group);

test("PRIVACY.md names everything that is kept", () => {
  const rust = filesIn("src").filter((path) => path.endsWith(".rs"));
  const sources = rust.map(textOf).join("\n");
  // Names of choices stand in a table of their own, the others in constants where they are written.
  const choices = found(textOf("src/choices/choice.rs"), /^ {4}\w+ "(\w+)" "/gm);
  const written = new Set(found(sources, /\b(?:keeping\.put|name_in)\((\w+)/g));
  const names = [
    ...choices,
    ...[...written].flatMap((constant) => found(sources, new RegExp(`\\bconst ${constant}: &str = "(\\w+)"`, "g"))),
  ];
  assert.ok(names.includes("dossier") && names.includes("terms"), names.join());
  const page = textOf("PRIVACY.md");
  assert.deepEqual(
    names.filter((name) => !new RegExp(`\`${name}(/…)?\``).test(page)),
    [],
  );
});
