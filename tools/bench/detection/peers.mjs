// What the same posts take other tools that look for personal data, or that read what people write in a page, where they are installed.

import { execFileSync } from "node:child_process";

// Peers are slow enough that a part of the posts tells.
const SHARE = 10;

const PRESIDIO = `
import json, sys, time
from presidio_analyzer import RecognizerRegistry
from presidio_analyzer.pattern_recognizer import PatternRecognizer
texts = json.load(sys.stdin)
registry = RecognizerRegistry()
registry.load_predefined_recognizers(languages=["en"])
recognizers = [one for one in registry.recognizers if isinstance(one, PatternRecognizer)]
begun = time.perf_counter()
for text in texts:
    for one in recognizers:
        one.analyze(text, one.supported_entities)
print(time.perf_counter() - begun)
`;

/**
 * Seconds for all posts, how long it took until the tool was ready, and the memory that it took with the posts; or why there is none of that.
 * @typedef {{ subject: string, seconds?: number, ready?: {milliseconds: number, bytes: number}, lack?: string }} Peer
 */

/**
 * @param {string[]} texts
 * @returns {Promise<Peer[]>}
 */
export async function byPeers(texts) {
  const some = texts.filter((_, place) => place % SHARE === 0);
  const share = some.join("").length / texts.join("").length;
  return [
    await byPackage("redact-pii", some, share, (peer) => {
      const redactor = new peer.SyncRedactor();
      return (text) => redactor.redact(text);
    }),
    await byPackage("@redactpii/node", some, share, (peer) => {
      const redactor = new peer.Redactor();
      return (text) => redactor.redact(text);
    }),
    byPresidio(some, share),
    await byHarper(some, share),
  ];
}

/**
 * A grammar checker, with a core in Rust as ours has; it looks for other things.
 * @param {string[]} texts
 * @param {number} share
 * @returns {Promise<Peer>}
 */
async function byHarper(texts, share) {
  const subject = "harper.js";
  const taken = taking();
  /** @type {any[]} */
  const parts = [];
  try {
    for (const part of ["harper.js", "harper.js/binaryInlined"]) parts.push(await import(part));
  } catch {
    return { subject, lack: "not installed: npm install --no-save harper.js" };
  }
  const [{ LocalLinter }, { binaryInlined }] = parts;
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  const few = texts.filter((_, place) => place % SHARE === 0);
  const length = few.join("").length / texts.join("").length;
  await linter.lint(few[0] ?? "");
  const { milliseconds } = taken();
  const begun = performance.now();
  for (const text of few) await linter.lint(text);
  const seconds = (performance.now() - begun) / 1000 / share / length;
  return { subject, seconds, ready: { milliseconds, bytes: taken().bytes } };
}

/**
 * @param {string} name
 * @param {string[]} texts
 * @param {number} share of all posts that these are
 * @param {(peer: any) => (text: string) => unknown} start
 * @returns {Promise<Peer>}
 */
async function byPackage(name, texts, share, start) {
  const taken = taking();
  let peer;
  try {
    peer = await import(name);
  } catch {
    return { subject: name, lack: `not installed: npm install --no-save ${name}` };
  }
  const redact = start(peer.default ?? peer);
  redact(texts[0] ?? "");
  const { milliseconds } = taken();
  for (const text of texts) redact(text);
  const begun = performance.now();
  for (const text of texts) redact(text);
  const seconds = (performance.now() - begun) / 1000 / share;
  return { subject: name, seconds, ready: { milliseconds, bytes: taken().bytes } };
}

/** What is taken from now on: time, and memory of this process. */
function taking() {
  const [begun, before] = [performance.now(), process.memoryUsage.rss()];
  return () => ({ milliseconds: performance.now() - begun, bytes: process.memoryUsage.rss() - before });
}

/**
 * @param {string[]} texts
 * @param {number} share
 * @returns {Peer}
 */
function byPresidio(texts, share) {
  const subject = "presidio-analyzer, patterns only";
  try {
    const options = {
      input: JSON.stringify(texts),
      encoding: /** @type {const} */ ("utf8"),
      stdio: /** @type {any} */ ("pipe"),
    };
    return { subject, seconds: Number(execFileSync("python3", ["-c", PRESIDIO], options)) / share };
  } catch {
    return { subject, lack: "not installed: pip install presidio-analyzer" };
  }
}
