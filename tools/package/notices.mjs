// `node tools/package/notices.mjs FILE`: the licences of everything in the packages that others wrote.

import { readFileSync, writeFileSync } from "node:fs";
import { shippedCrates } from "./crates.mjs";

const RULE = "-".repeat(80);

/** What ships without being a crate. Its own text stands in the file named. */
const OTHERS = [
  {
    title: "The Rust standard library (MIT OR Apache-2.0), https://github.com/rust-lang/rust",
    text: readFileSync("LICENSE-MIT", "utf8").replace(/^Copyright .*$/m, "Copyright (c) The Rust Project Contributors"),
  },
  {
    title:
      "Binaryen (Apache-2.0), https://github.com/WebAssembly/binaryen: what it adds where WebAssembly became JavaScript",
    text: readFileSync("node_modules/binaryen/LICENSE", "utf8"),
  },
];

const [, , out = "target/THIRD-PARTY.txt"] = process.argv;

/** Titles by text, so that a text that many share stands here once. @type {Map<string, string[]>} */
const notices = new Map();
for (const { name, version, licence, repository, texts } of shippedCrates()) {
  const text = texts.join(`\n\n`);
  notices.set(text, [...(notices.get(text) ?? []), `${name} ${version} (${licence}), ${repository}`]);
}
for (const { title, text } of OTHERS) notices.set(text.trim(), [...(notices.get(text.trim()) ?? []), title]);

const parts = [...notices].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
writeFileSync(
  out,
  `Deksel is licensed under MIT or Apache-2.0. It contains work of others, under these terms.\n\n${[...parts].join(`\n${RULE}\n`)}`,
);
