// Runs one stage, and tells on standard error how it went.

import { spawn } from "node:child_process";
import { countOf, oneCheck } from "./count.mjs";

/**
 * @param {import("./stages.mjs").Stage} stage
 * @returns {Promise<import("./count.mjs").Count>}
 */
export async function run(stage) {
  process.stderr.write(`${stage.name} … `);
  const begun = performance.now();
  const end = await outcome(stage);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const count = stage.read ? countOf(end, stage.read) : oneCheck(end.code);
  const told = count.failed === 0 ? `${count.passed} passed` : `${count.failed} FAILED`;
  process.stderr.write(`${told} in ${seconds} s\n${count.failed === 0 ? "" : `${end.output}\n`}`);
  return count;
}

/**
 * @param {import("./stages.mjs").Stage} stage
 * @returns {Promise<{code: number, output: string}>} the exit code, and both of its outputs as they came
 */
function outcome({ command: [program = "", ...rest], environment }) {
  return new Promise((done) => {
    const child = spawn(program, rest, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
    // Whoever is stopped half-way takes the browsers down first.
    const stop = () => {
      child.once("close", () => process.exit(1));
      child.kill();
    };
    process.once("SIGTERM", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
    child.on("error", (fault) => (output += `${program} does not start: ${fault.message}\n`));
    child.on("close", (code) => {
      process.off("SIGTERM", stop);
      done({ code: code ?? 1, output });
    });
  });
}
