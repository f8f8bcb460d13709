// How many tests a stage ran, read from its runner's own closing lines.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/**
 * What a stage's end is worth. A run without a test, one that cannot be read, and one whose exit code contradicts its
 * own lines are failures.
 * @param {{code: number, output: string}} end
 * @param {(output: string) => Count} read
 * @returns {Count}
 */
export function countOf({ code, output }, read) {
  const { passed, failed } = read(output);
  const isHonest = code === 0 ? passed > 0 : failed > 0;
  return { passed, failed: isHonest ? failed : failed + 1 };
}

/**
 * `cargo test`: one closing line for every test program. An ignored test is a failure.
 * @param {string} output
 * @returns {Count}
 */
export function cargoTests(output) {
  return sum(output, /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored;/gm);
}

/**
 * `node --test` with the spec reporter. What was skipped, cancelled or put off is a failure.
 * @param {string} output
 * @returns {Count}
 */
export function nodeTests(output) {
  return sum(output, /^ℹ pass (\d+)\nℹ fail (\d+)\nℹ cancelled (\d+)\nℹ skipped (\d+)\nℹ todo (\d+)$/gm);
}

/**
 * A checker that says nothing of tests: its exit code is the test.
 * @param {number} code
 * @returns {Count}
 */
export function oneCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} output
 * @param {RegExp} closing the first number has passed, all others have not
 * @returns {Count}
 */
function sum(output, closing) {
  const count = { passed: 0, failed: 0 };
  for (const [, passed, ...others] of output.matchAll(closing)) {
    count.passed += Number(passed);
    count.failed += others.reduce((total, other) => total + Number(other), 0);
  }
  return count;
}
