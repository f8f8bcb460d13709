// `./build.sh fuzz [--minutes N] [TARGET...]`: changes inputs for so long (one minute unless told), for each target, as long as they
// reach more code, and keeps what breaks something in target/fuzz. What reaches more than the corpus does is put beside it there.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const CORPUS = "tools/fuzz/corpus";

/** Counts what code an input reaches: what rustc passes on to LLVM, on stable Rust. */
const COUNTING = [
  "-Cpasses=sancov-module",
  "-Ccodegen-units=1",
  ...["-level=4", "-inline-8bit-counters", "-pc-table", "-trace-compares"].map(
    (option) => `-Cllvm-args=-sanitizer-coverage${option}`,
  ),
];

/** Quick, and with the checks of a debug build. */
const PROFILE = { LTO: "off", DEBUG_ASSERTIONS: "true", OVERFLOW_CHECKS: "true", STRIP: "none" };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: "string" } } });
const seconds = Math.round(Number(values.minutes ?? 1) * 60);
const program = build();
for (const target of positionals.length > 0 ? positionals : readdirSync(CORPUS).sort()) {
  const found = join("target/fuzz", target);
  mkdirSync(found, { recursive: true });
  // Bounds on each input: length in bytes, seconds, MiB.
  const limits = ["-max_len=20000", "-timeout=10", "-rss_limit_mb=2048", `-max_total_time=${seconds}`];
  const { status } = spawnSync(
    program,
    [found, join(CORPUS, target), ...limits, `-artifact_prefix=${found}-breaks-`, "-print_final_stats=1"],
    { env: { ...process.env, TARGET: target }, stdio: ["ignore", "inherit", "inherit"] },
  );
  console.log(`${target}: ${status === 0 ? "nothing broke" : `something broke, see target/fuzz/${target}-breaks-*`}`);
  if (status !== 0) process.exitCode = 1;
}

/** @returns {string} path of the program */
function build() {
  const told = execFileSync("rustc", ["-vV"], { encoding: "utf8" });
  const host = /^host: (.+)$/m.exec(told)?.[1] ?? "";
  const folder = resolve(process.env.CARGO_TARGET_DIR ?? "target", "fuzz");
  const profile = Object.entries(PROFILE).map(([name, value]) => [`CARGO_PROFILE_RELEASE_${name}`, value]);
  // With a target named, what runs while building is not counted.
  const options = ["--locked", "--release", "--package", "fuzz", "--features", "guided", "--target", host];
  execFileSync("cargo", ["build", ...options, "--target-dir", folder], {
    env: { ...process.env, ...Object.fromEntries(profile), CARGO_ENCODED_RUSTFLAGS: COUNTING.join("\x1f") },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return join(folder, host, "release", "fuzz");
}
