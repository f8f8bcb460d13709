// docs/detection.md as a text: what is found, why, and what cannot be known, from the detectors and lexicons themselves.

import { detectors, kinds, rules } from "./sources.mjs";

/** @import { Detector, Kind, Rule } from "./sources.mjs" */

/** @type {Record<string, string>} */
const LANGUAGES = { de: "German", en: "English", fr: "French", nl: "Dutch" };

/** Of each detector, so many of the texts that prove it. */
const EXAMPLES = 3;

const BEGINNING = `# What Deksel finds

<!-- Made by \`./build.sh docs\` from src/detect: change it there. -->

Identifiers are told by their format and a check, by \`src/detect/detectors\`. Disclosures are told in words, by the phrases in
\`src/detect/lexicon\`, which anyone can read and correct. Every finding says how sure its rule is, in percent, as its author judged it.
All examples are invented.

What no rule can know:

- whether it is true, who is meant, and who may know it already;
- irony, and what a picture shows. Of pictures only the description and the tagged names are read;
- what is told in other languages than Dutch, English, German and French, or in words that nobody thought of. **That nothing is found does
  not mean that nothing is disclosed**;
- what many harmless posts tell together. The page for your LinkedIn history shows some of that.

Addresses of pages, LinkedIn's own numbers and code are passed over, but for keys and passwords in code. A rule is silent where the
sentence denies, supposes, quotes or advises, and where it speaks of others or of the past, as far as its words show.

In the archive page, where time and size are less dear, a small linear model over concepts adds what no phrase foresaw. It is wrong more often,
and its findings are named after it. \`./build.sh train\` learns it from invented sentences (\`tools/model/corpus\`) and prints how good it is.
`;

/** @returns {string} */
export function detectionPage() {
  const allRules = rules();
  const allDetectors = detectors();
  const sections = kinds().map((kind) => {
    const identifiers = allDetectors.filter(({ variant }) => variant === kind.variant).map(identifier);
    const own = allRules.filter((rule) => rule.kind === kind.name);
    return [heading(kind), ...identifiers, ...(own.length > 0 ? [disclosure(own)] : [])];
  });
  return [BEGINNING, ...sections.flat()].join("\n");
}

/** @param {Kind} kind */
function heading({ name, severity, meaning, why }) {
  return `## ${name}\n\n${meaning} Severity: ${severity}.\n\n*Why:* ${why}\n`;
}

/** @param {Detector} detector */
function identifier({ file, words, hits }) {
  const examples = hits.slice(0, EXAMPLES).map((text) => `- ${asText(text)}`);
  return `${words}\n\nFor example:\n\n${examples.join("\n")}\n\nSource: [${file}](../${file})\n`;
}

/** @param {Rule[]} own */
function disclosure(own) {
  const rows = own.map(
    ({ language, name, confidence, hits: [hit = ""] }) =>
      `| ${LANGUAGES[language] ?? language} | \`${name}\` | ${confidence}% | ${asText(hit)} |`,
  );
  return `| language | rule | sure | for example |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

/**
 * A text that Markdown shows as it is.
 * @param {string} text
 */
function asText(text) {
  return text.replaceAll("\n", " ").replace(/[\\`*_<>|[\]#~]/g, "\\$&");
}
