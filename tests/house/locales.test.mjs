import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, filesIn } from "./project.mjs";

const paths = filesIn("extension/_locales").filter((path) => path.endsWith("/messages.json"));
const english = sentencesOf("extension/_locales/en/messages.json");

/** The longest description that the stores take, in characters. */
const LONGEST_DESCRIPTION = 132;

/** What does not belong in a language's sentences: marks of other languages, and spaces at which a line could break. */
const FOREIGN = {
  en: /[„«»]/,
  nl: /[„«»“”]/,
  de: /[«»]|“[^„]*”| %/,
  fr: /[“”„']|[^\u00a0][:;!?»%]|«[^\u00a0]/,
};

/**
 * @param {string} path
 * @returns {Record<string, string>}
 */
function sentencesOf(path) {
  return Object.fromEntries(
    Object.entries(dataOf(path)).map(([key, { message }]) => /** @type {const} */ ([key, message])),
  );
}

/** @param {string | undefined} sentence */
const placeholders = (sentence) => (sentence?.match(/\$\w+/g) ?? []).sort();

test("there is more than one language", () => {
  assert.ok(paths.length > 1);
});

for (const path of paths) {
  const sentences = sentencesOf(path);

  test(`${path} has the keys of English, in order`, () => {
    assert.deepEqual(Object.keys(sentences), Object.keys(english).sort());
  });

  test(`${path} has the placeholders of English`, () => {
    for (const [key, sentence] of Object.entries(english)) {
      assert.deepEqual(placeholders(sentences[key]), placeholders(sentence), key);
    }
  });

  test(`${path} has a description that stores take`, () => {
    assert.ok([...(sentences.app_description ?? "")].length <= LONGEST_DESCRIPTION);
  });
}

for (const [language, foreign] of Object.entries(FOREIGN)) {
  const sentences = Object.entries(sentencesOf(`extension/_locales/${language}/messages.json`));

  test(`${language} is written with its own quotation marks and spaces`, () => {
    assert.deepEqual(
      sentences.filter(([, sentence]) => foreign.test(sentence)),
      [],
    );
  });

  test(`${language} leaves no sentence in English`, () => {
    const left = sentences.filter(([key, sentence]) => sentence === english[key] && sentence.split(" ").length > 3);
    assert.equal(left.length > 0, language === "en");
  });
}
