// Runs a probe build in a scope of its own, as a browser runs a content script.

import { readFileSync } from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";

/** @type {{ name: string, script: string }[]} */
export const ENCODINGS = [
  { name: "wasm", script: "target/probe/firefox/content.js" },
  { name: "lowered JavaScript", script: "target/probe/chromium/content.js" },
];

// The browsers that Deksel supports have these two; Node 20 has one behind a flag and lacks the other.
if (!("transfer" in ArrayBuffer.prototype)) v8.setFlagsFromString("--harmony-rab-gsab-transfer");
const FROM_BASE64 =
  "Uint8Array.fromBase64 ??= (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));";

// As under a page's policy: even a try would be seen.
const REFUSED = `Object.defineProperty(globalThis, "WebAssembly", { get() { throw new Error("compiling was tried"); } });`;

/** @typedef {{ health: { faults: number, stopped: boolean }, page: unknown }} Report */

/**
 * A tab in which Deksel started.
 * @typedef {object} Tab
 * @property {Life[]} lives every core that was started, the first one first
 * @property {(message: unknown) => any} ask what a message is answered with; undefined without an answer
 * @property {() => Report} report what the popup gets to hear
 */

/**
 * @param {{ script: string }} encoding
 * @returns {Tab}
 */
export function open({ script }) {
  /** @type {((message: unknown, sender: unknown, respond: (answer: unknown) => void) => void)[]} */
  const listeners = [];
  const chrome = { runtime: { onMessage: { addListener: listeners.push.bind(listeners) } } };
  // There is no page here: the core says so, on purpose, and waits for calls.
  const silent = { error() {} };
  const scope = vm.createContext({
    AbortController,
    TextDecoder,
    TextEncoder,
    atob,
    chrome,
    console: silent,
    performance,
    queueMicrotask,
  });
  if (script.includes("chromium")) vm.runInContext(REFUSED, scope);
  vm.runInContext(FROM_BASE64, scope);
  vm.runInContext(readFileSync(script, "utf8"), scope, { filename: script });
  /** @param {unknown} message */
  const ask = (message) => {
    /** @type {any} */
    let heard;
    for (const listener of listeners) listener(message, {}, (answer) => (heard = answer));
    return structuredClone(heard);
  };
  return { lives: scope.dekselLives, ask, report: () => ask({ ask: "report" }) };
}
