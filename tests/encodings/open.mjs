// Runs a probe build in a scope of its own, as a browser runs a content script.

import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import vm from "node:vm";

/** @type {{ name: string, script: string }[]} */
export const ENCODINGS = [
  { name: "wasm", script: "target/probe/firefox/content.js" },
  { name: "lowered JavaScript", script: "target/probe/chromium/content.js" },
];

// The browsers that Deksel supports have it; Node 20 lacks it.
const fromBase64 = (/** @type {string} */ text) => Buffer.from(text, "base64");

// As under a page's policy: even a try would be seen.
const REFUSED = `Object.defineProperty(globalThis, "WebAssembly", { get() { throw new Error("compiling was tried"); } });`;

/** @typedef {{ health: { faults: number, stopped: boolean }, page: unknown }} Report */

/**
 * A tab in which Deksel started.
 * @typedef {object} Tab
 * @property {Life[]} lives every core that was started, the first one first
 * @property {(message: unknown) => any} ask what a message is answered with; undefined without an answer
 * @property {() => Report} report what the popup gets to hear
 * @property {() => Promise<void>} again runs the script once more, as a second copy in the same tab, until its core has started
 * @property {() => Promise<void>} settled ends when no core is on its way
 * @property {() => void} orphan takes the extension away, as the browser does when it is updated or removed
 */

/**
 * @param {{ script: string }} encoding
 * @param {{ unpacks: boolean }} [engine] one that does not unpack fails at what a script carries
 * @returns {Promise<Tab>}
 */
export async function open({ script }, { unpacks } = { unpacks: true }) {
  /** @type {((message: unknown, sender: unknown, respond: (answer: unknown) => void) => void)[]} */
  const listeners = [];
  /** @type {{ id: string | undefined, onMessage: object }} */
  const runtime = { id: "deksel", onMessage: { addListener: listeners.push.bind(listeners) } };
  const chrome = { runtime };
  // There is no page here: the core says so, on purpose, and waits for calls.
  const silent = { error() {} };
  let unpacking = 0;
  class Counted extends Response {
    /** @override */
    arrayBuffer() {
      unpacking += 1;
      return super.arrayBuffer().finally(() => {
        unpacking -= 1;
      });
    }
  }
  const settled = async () => {
    do await setImmediate();
    while (unpacking > 0);
  };
  const scope = vm.createContext({
    AbortController,
    DecompressionStream,
    Response: Counted,
    TextDecoder,
    TextEncoder,
    chrome,
    console: silent,
    performance,
  });
  if (script.includes("chromium")) vm.runInContext(REFUSED, scope);
  const bytes = vm.runInContext("Uint8Array", scope);
  bytes.fromBase64 ??= fromBase64;
  if (!unpacks) {
    bytes.fromBase64 = () => {
      throw new Error("it does not unpack");
    };
  }
  const again = () => {
    vm.runInContext(readFileSync(script, "utf8"), scope, { filename: script });
    return settled();
  };
  await again();
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
  return { lives: scope.dekselLives ?? [], ask, report: () => ask({ ask: "report" }), again, settled, orphan };
}
