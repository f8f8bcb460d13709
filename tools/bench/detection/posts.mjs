// Invented posts of the length that posts have, put together from the examples that the model learns from and from everyday text.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CORPUS = "tools/model/corpus";
const EVERYDAY = "tests/cases";

// Of some 4,200 real posts half had fewer characters, and one in ten told of a client, a vacancy, a dismissal or the like.
const MEDIAN = 580;
const DISCLOSING = 10;
/** Every so many sentences there is one full of numbers. */
const NUMBERS = 8;

/** What a line marks as disclosed, behind the names of its kinds. */
const MARK = /\{[a-z_, ]+:([^}]*)\}/g;

/** As posts are: one in ten discloses something, and most of the others come close. @returns {string[]} */
export function posts() {
  return readdirSync(CORPUS)
    .sort()
    .flatMap((language) => {
      const lines = linesOf(language);
      const disclosing = strided(lines.filter(isMarked).flatMap(plain));
      const others = strided(lines.filter((line) => !isMarked(line)).flatMap(plain));
      const numbers = strided(everyday(language));
      const sentences = others.flatMap((text, place) => {
        const number = place % NUMBERS === 0 ? numbers[place / NUMBERS] : undefined;
        return number ? [text, number] : [text];
      });
      return joined(sentences).map((post, place) => (place % DISCLOSING === 0 ? `${post} ${disclosing[place]}` : post));
    });
}

/** As bad as it gets: nine in ten disclose, and most of them more than one thing. @returns {string[]} */
export function densePosts() {
  return readdirSync(CORPUS)
    .sort()
    .flatMap((language) => joined(strided(linesOf(language).flatMap(plain))));
}

/** @param {string} language */
function linesOf(language) {
  return readdirSync(join(CORPUS, language))
    .sort()
    .flatMap((file) => readFileSync(join(CORPUS, language, file), "utf8").split("\n"));
}

/** Sentences full of numbers, in the languages that have any. @param {string} language */
function everyday(language) {
  const file = join(EVERYDAY, `everyday-${language}.txt`);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

/** Neighbours are of one kind: taken at a stride, a post holds many. @param {string[]} texts */
function strided(texts) {
  return texts.map((_, place) => texts[(place * 331) % texts.length] ?? "");
}

/** Whether a line marks what it discloses. @param {string} line */
function isMarked(line) {
  return line.search(MARK) >= 0;
}

/** Posts from a third of the median to nearly twice as much. @param {string[]} sentences */
function joined(sentences) {
  const posts = [];
  let post = "";
  for (const sentence of sentences) {
    post += `${sentence}\n\n`;
    if (post.length > MEDIAN * (0.3 + ((posts.length * 7) % 15) / 10)) {
      posts.push(post.trimEnd());
      post = "";
    }
  }
  return posts;
}

/**
 * The text of a line without its marks; none for comments.
 * @param {string} line
 */
function plain(line) {
  const [, text] = /^[^#].*? \| (.*)$/.exec(line) ?? [];
  return text === undefined ? [] : [text.replaceAll(MARK, "$1").replaceAll("\\n", "\n")];
}
