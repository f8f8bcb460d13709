import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, filesIn } from "./project.mjs";

const paths = filesIn("extension/_locales").filter((path) => path.endsWith("/messages.json"));
const english = dataOf("extension/_locales/en/messages.json");

/** @param {string} sentence */
const placeholders = (sentence) => (sentence.match(/\$\w+/g) ?? []).sort();

test("there is more than one language", () => {
  assert.ok(paths.length > 1);
});

for (const path of paths) {
  const messages = dataOf(path);

  test(`${path} has the keys of English, in order`, () => {
    assert.deepEqual(Object.keys(messages), Object.keys(english).sort());
  });

  test(`${path} has the placeholders of English`, () => {
    for (const [key, { message }] of Object.entries(english)) {
      assert.deepEqual(placeholders(messages[key]?.message ?? ""), placeholders(message), key);
    }
  });
}
