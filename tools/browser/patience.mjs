// Waiting for what should come, instead of for a time.

import { setTimeout as pause } from "node:timers/promises";

// Only a failing test waits so long. In milliseconds.
const PATIENCE = 45_000;

/**
 * Asks again until the answer is true.
 * @param {string} what
 * @param {() => Promise<any>} ask
 * @returns {Promise<any>}
 * @throws {Error} when it does not come, naming what was awaited and the last fault
 */
export async function patiently(what, ask) {
  const deadline = Date.now() + PATIENCE;
  /** @type {unknown} */
  let fault;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) return answer;
      fault = undefined;
    } catch (thrown) {
      // A page on its way to another address cannot be asked.
      fault = thrown;
    }
    await pause(50);
  }
  throw new Error(`Waited in vain until ${what}${fault instanceof Error ? `: ${fault.message}` : ""}`);
}
