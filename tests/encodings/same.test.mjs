// Whatever the core exports, it does the same as wasm and lowered to JavaScript.

import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ENCODINGS, open } from "./open.mjs";

const TEXTS = [
  "",
  "Nothing to see here.",
  "Mail me: ada@example.org 📞 or call +31 6 12345678, whichever you like.",
  "Mijn BSN is 111222333 en mijn rekening is NL91 ABNA 0417 1643 00.",
  "We zoeken per direct een collega! We are hiring: a developer for our team.",
  "NUL \u0000, right to left \u202eada@example.org\u202c, and half a pair \ud83d at the end \udcde",
  `${"A long line without anything. ".repeat(3000)} ada@example.org`,
];

/** What comes out where a text with half a pair goes in: no text in UTF-8 can hold one. @param {string} text */
const whole = (text) => text.toWellFormed();

/** Objects of another scope have another prototype. @template T @param {T} data @returns {T} */
const here = (data) => structuredClone(data);

for (const encoding of ENCODINGS) {
  suite(encoding.name, () => {
    const fresh = async () => {
      const [life] = (await open(encoding)).lives;
      assert.ok(life, "no core was started");
      return life.core;
    };

    test("finds what the other encoding finds", async () => {
      const [one, other] = await Promise.all(ENCODINGS.map((each) => open(each)));
      const findings = [one, other].map((tab) => TEXTS.map((text) => here(tab?.lives[0]?.core.scan_text(text))));
      assert.deepEqual(findings[0], findings[1]);
    });

    test("counts in UTF-16 code units, as JavaScript does", async () => {
      const text = "📞📞 ada@example.org";
      const [email] = here((await fresh()).scan_text(text));
      assert.equal(email?.kind, "email");
      assert.equal(text.slice(email.start, email.end), "ada@example.org");
    });

    test("hands long and odd texts over and back", async () => {
      const core = await fresh();
      for (const text of TEXTS) assert.equal(core.echo(text), whole(text));
    });

    test("hands texts over and back after its memory has grown", async () => {
      const core = await fresh();
      const before = core.grow(0);
      const long = "ijsje 🍦 ".repeat(100_000);
      assert.equal(core.echo(long), long);
      const grown = core.grow(8);
      assert.ok(grown >= before + 8 * 16, `${before} pages grew to ${grown}`);
      assert.equal(core.echo(long), long);
      assert.ok(core.grow(8) > grown);
      assert.deepEqual(
        TEXTS.map((text) => core.echo(text)),
        TEXTS.map(whole),
      );
    });

    test("finds the same after its memory has grown", async () => {
      const core = await fresh();
      const before = TEXTS.map((text) => here(core.scan_text(text)));
      core.grow(20);
      assert.deepEqual(
        TEXTS.map((text) => here(core.scan_text(text))),
        before,
      );
      assert.ok(before.flat().length > 0);
    });

    test("grows bit by bit as it grows at once", async () => {
      const core = await fresh();
      for (let mib = 0; mib < 20; mib += 1) core.grow(1);
      assert.equal(core.echo("still here"), "still here");
      assert.ok(core.grow(0) >= 20 * 16);
    });

    test("hands over whole numbers of 64 bits", async () => {
      assert.deepEqual([...(await fresh()).wide_numbers()], [2n ** 64n - 1n, -(2n ** 63n), 0x1_8000_0000n]);
    });

    test("throws the errors that the core hands over on purpose, which are no faults", async () => {
      const tab = await open(encoding);
      const [life] = tab.lives;
      assert.throws(() => life?.core.refuse(), { message: "refused on purpose" });
      assert.equal(life?.core.echo("alive"), "alive");
      assert.deepEqual(tab.report().health, { faults: 0, stopped: false });
    });
  });
}
