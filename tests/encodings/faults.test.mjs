// A fault ends an instance, never the page: one fresh start, and then Deksel stops in that tab.

import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { ENCODINGS, open } from "./open.mjs";

// A panic, the core's own stack in memory, the engine's stack, and memory that cannot grow.
const FAULTS = ["panic", "stack", "calls", "memory"];

/**
 * @param {import("./open.mjs").Tab} tab
 * @param {number} index
 */
function life(tab, index) {
  const found = tab.lives[index];
  assert.ok(found, `no core number ${index} was started`);
  return found;
}

for (const encoding of ENCODINGS) {
  suite(encoding.name, () => {
    for (const fault of FAULTS) {
      test(`after a fault (${fault}) a fresh core takes over, and the dead one does nothing more`, async () => {
        const tab = await open(encoding);
        const first = life(tab, 0);
        let ends = 0;
        first.lifeline.signal.addEventListener("abort", () => ends++);
        assert.equal(first.core.provoke(fault), undefined);
        assert.equal(ends, 1);
        assert.deepEqual(tab.report(), { health: { faults: 1, stopped: false }, page: null });
        await tab.settled();

        assert.equal(tab.lives.length, 2);
        assert.equal(life(tab, 1).core.echo("alive"), "alive");
        assert.notEqual(tab.report().page, null);
        first.core.provoke(fault);
        first.core.provoke("panic");
        await tab.settled();
        assert.deepEqual(tab.report().health, { faults: 1, stopped: false });
        assert.equal(ends, 1);
      });

      test(`after a second fault (${fault}) Deksel has stopped`, async () => {
        const tab = await open(encoding);
        life(tab, 0).core.provoke("panic");
        await tab.settled();
        const second = life(tab, 1);
        second.core.provoke(fault);
        await tab.settled();
        assert.equal(second.lifeline.signal.aborted, true);
        assert.equal(tab.lives.length, 2);
        assert.deepEqual(tab.report(), { health: { faults: 2, stopped: true }, page: null });
      });

      test(`a fault (${fault}) in a listener is as any other, and a dead listener says nothing`, async () => {
        const tab = await open(encoding);
        const listener = life(tab, 0).core.listener();
        assert.equal(listener("none"), undefined);
        assert.equal(listener(fault), undefined);
        assert.equal(listener(fault), undefined);
        await tab.settled();
        assert.deepEqual(tab.report().health, { faults: 1, stopped: false });
        assert.equal(life(tab, 1).core.echo("alive"), "alive");
      });
    }

    test("a fault in a listener called by the core itself ends both, and counts once", async () => {
      const tab = await open(encoding);
      const { core } = life(tab, 0);
      const listener = core.listener();
      core.call(() => listener("panic"));
      await tab.settled();
      assert.deepEqual(tab.report().health, { faults: 1, stopped: false });
      assert.equal(tab.lives.length, 2);
    });

    test("a fault that the page swallows on its way out still ends the instance", async () => {
      const tab = await open(encoding);
      const { core, lifeline } = life(tab, 0);
      const listener = core.listener();
      core.call(() => {
        try {
          listener("panic");
        } catch {}
      });
      assert.equal(lifeline.signal.aborted, true);
      await tab.settled();
      assert.deepEqual(tab.report().health, { faults: 1, stopped: false });
    });

    test("the item that was being scanned is passed over from then on, and no other", async () => {
      const tab = await open(encoding);
      const { core, lifeline } = life(tab, 0);
      const listener = core.listener();
      core.call(() => lifeline.scanning(1));
      core.call(() => {
        lifeline.scanning(2);
        listener("panic");
      });
      await tab.settled();
      const { skips } = life(tab, 1).lifeline;
      assert.deepEqual([1, 2, 3].map(skips), [false, true, false]);
    });

    test("an orphan takes itself away at the next thing it is called for, and does not start again", async () => {
      const tab = await open(encoding);
      const { core, lifeline } = life(tab, 0);
      const listener = core.listener();
      tab.orphan();
      assert.equal(lifeline.signal.aborted, false);
      assert.equal(listener("panic"), undefined);
      await tab.settled();
      assert.equal(lifeline.signal.aborted, true);
      assert.equal(tab.lives.length, 1);
      assert.equal(tab.ask({ ask: "report" }), undefined);
    });

    test("a second copy takes the place of the first", async () => {
      const tab = await open(encoding);
      await tab.again();
      assert.deepEqual(
        [...tab.lives].map(({ lifeline }) => lifeline.signal.aborted),
        [true, false],
      );
      assert.deepEqual(tab.report().health, { faults: 0, stopped: false });
      life(tab, 0).core.provoke("panic");
      await tab.settled();
      assert.deepEqual([tab.lives.length, tab.report().health.faults], [2, 0]);
      life(tab, 1).core.provoke("panic");
      await tab.settled();
      assert.deepEqual([tab.lives.length, tab.report().health.faults], [3, 1]);
    });

    test("where the script cannot be unpacked, Deksel has stopped and says so", async () => {
      const tab = await open(encoding, { unpacks: false });
      assert.deepEqual(tab.report(), { health: { faults: 2, stopped: true }, page: null });
      assert.equal(tab.lives.length, 0);
    });

    test("messages that are not for it get no answer", async () => {
      const tab = await open(encoding);
      assert.equal(tab.ask({ ask: "something else" }), undefined);
      assert.equal(tab.ask(undefined), undefined);
      assert.notEqual(tab.ask({ ask: "report" }), undefined);
    });
  });
}
