// Invented posts of the length that posts have, put together from the examples that the model learns from.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CORPUS = "tools/model/corpus";

// Of some 4,200 real posts half had fewer characters.
const MEDIAN = 580;

/** @returns {string[]} */
export function posts() {
  const posts = [];
  for (const language of readdirSync(CORPUS).sort()) {
    const lines = readdirSync(join(CORPUS, language))
      .sort()
      .flatMap((file) => readFileSync(join(CORPUS, language, file), "utf8").split("\n"));
    // Neighbours are of one kind: taken at a stride, a post holds many.
    const texts = lines.flatMap(plain);
    let post = "";
    for (let place = 0; place < texts.length; place++) {
      post += `${texts[(place * 331) % texts.length]}\n\n`;
      // Lengths from a third of the median to nearly twice as much.
      if (post.length > MEDIAN * (0.3 + ((posts.length * 7) % 15) / 10)) {
        posts.push(post.trimEnd());
        post = "";
      }
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
  return text === undefined ? [] : [text.replaceAll(/\{[a-z_, ]+:([^}]*)\}/g, "$1").replaceAll("\\n", "\n")];
}
