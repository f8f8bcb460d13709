// The count that `./build.sh test` ends with is believed, so it is tested too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cargoTests, countOf, nodeTests } from "../../tools/test/count.mjs";

const CARGO = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
const NODE = "ℹ tests 4\nℹ suites 1\nℹ pass 4\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\nℹ duration_ms 9\n";

test("the test programs of one run are added up", () => {
  assert.deepEqual(countOf({ code: 0, output: CARGO + CARGO }, cargoTests), { passed: 6, failed: 0 });
  assert.deepEqual(countOf({ code: 0, output: NODE }, nodeTests), { passed: 4, failed: 0 });
});

test("an ignored, skipped or cancelled test is a failure", () => {
  assert.equal(countOf({ code: 0, output: CARGO.replace("0 ignored", "2 ignored") }, cargoTests).failed, 2);
  assert.equal(countOf({ code: 0, output: NODE.replace("skipped 0", "skipped 1") }, nodeTests).failed, 1);
  assert.equal(countOf({ code: 1, output: NODE.replace("cancelled 0", "cancelled 1") }, nodeTests).failed, 1);
});

test("a run without a test, or without an end, is a failure", () => {
  assert.deepEqual(countOf({ code: 0, output: "" }, cargoTests), { passed: 0, failed: 1 });
  assert.deepEqual(countOf({ code: 101, output: "error: could not compile" }, cargoTests), { passed: 0, failed: 1 });
  assert.deepEqual(countOf({ code: 1, output: "" }, nodeTests), { passed: 0, failed: 1 });
});

test("an exit code goes before the lines that contradict it", () => {
  assert.deepEqual(countOf({ code: 101, output: CARGO }, cargoTests), { passed: 3, failed: 1 });
});
