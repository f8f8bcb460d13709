// The promises that can be read from what ships: nothing leaves the browser, and the page cannot tell that Deksel is there.

import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { filesIn, textOf } from "./project.mjs";

const FORBIDDEN = [
  "chrome-extension://",
  "document.write",
  "EventSource",
  "fetch(",
  "innerHTML",
  "insertAdjacentHTML",
  "moz-extension://",
  "outerHTML",
  "sendBeacon",
  "web_accessible_resources",
  "WebSocket",
  "WebTransport",
  "XMLHttpRequest",
];

for (const browser of ["chromium", "firefox"]) {
  suite(`dist/${browser}`, () => {
    const texts = () => filesIn(`dist/${browser}`).filter((path) => !path.endsWith(".png"));

    test("holds no word of what Deksel never does", () => {
      assert.notDeepEqual(texts(), []);
      const found = texts().flatMap((path) =>
        FORBIDDEN.filter((word) => textOf(path).includes(word)).map((word) => [path, word]),
      );
      assert.deepEqual(found, []);
    });

    test("has no export made for tests", () => {
      const scripts = texts().filter((path) => path.endsWith(".js"));
      assert.deepEqual(
        scripts.filter((path) => textOf(path).includes("provoke")),
        [],
      );
    });
  });
}
