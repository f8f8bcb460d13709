// Runs every stage of `./build.sh test`. The result, `N passed, N failed`, is the only line on standard output.

import { parseArgs } from "node:util";
import { run } from "./test/run.mjs";
import { stages } from "./test/stages.mjs";

const total = { passed: 0, failed: 0 };
const { policy } = parseArgs({ options: { policy: { type: "boolean", default: false } } }).values;
for (const stage of stages({ policy })) {
  const { passed, failed } = await run(stage);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
