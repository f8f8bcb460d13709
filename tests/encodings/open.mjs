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
const fromHex = (/** @type {string} */ text) => Buffer.from(text, "hex");

// As under a page's policy: even a try would be seen.
const REFUSED = `Object.defineProperty(globalThis, "WebAssembly", { get() { throw new Error("compiling was tried"); } });`;

/** @typedef {{ health: { faults: number, stopped: boolean }, page: unknown }} Report */

/**
 * A tab in which Deksel started.
 * @typedef {object} Tab
 * @property {Life[]} lives every core that was started, the first one first
 * @property {(message: unknown) => any} ask what a message is answered with; undefined without an answer
 * @property {() => Report} report what the popup gets to hear
 * @property {() => void} again runs the script once more, as a second copy in the same tab
 * @property {() => void} orphan takes the extension away, as the browser does when it is updated or removed
 */

/**
 * @param {{ script: string }} encoding
 * @returns {Tab}
 */
export function open({ script }) {
  /** @type {((message: unknown, sender: unknown, respond: (answer: unknown) => void) => void)[]} */
  const listeners = [];
  /** @type {{ id: string | undefined, onMessage: object }} */
  const runtime = { id: "deksel", onMessage: { addListener: listeners.push.bind(listeners) } };
  const chrome = { runtime };
  // There is no page here: the core says so, on purpose, and waits for calls.
  const silent = { error() {} };
  const scope = vm.createContext({
    AbortController,
    TextDecoder,
    TextEncoder,
    chrome,
    console: silent,
    performance,
    queueMicrotask,
  });
  if (script.includes("chromium")) vm.runInContext(REFUSED, scope);
  vm.runInContext("Uint8Array", scope).fromHex ??= fromHex;
  const again = () => vm.runInContext(readFileSync(script, "utf8"), scope, { filename: script });
  again();
  /** @param {unknown} message */
  const ask = (message) => {
    /** @type {any} */
    let heard;
    for (const listener of listeners) {
      listener(message, {}, (answer) => {
        if (heard !== undefined) throw new Error("two copies answer");
        heard = answer;
      });
    }
    return structuredClone(heard);
  };
  const orphan = () => {
    runtime.id = undefined;
  };
  return { lives: scope.dekselLives, ask, report: () => ask({ ask: "report" }), again, orphan };
}
