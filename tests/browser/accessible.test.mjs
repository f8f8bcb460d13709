// The card, the list and the notice as axe-core sees them: on a page of ours that has them drawn in an open root, because axe looks into
// no closed one. What is drawn is the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inEveryBrowser } from "./every-browser.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * How each surface comes to be there.
 * @typedef {object} Way
 * @property {() => void} [needs] puts on the page what it is about, in the page's own world
 * @property {string} [clicked] the button of ours that opens it
 * @property {string} [command] the shortcut that opens it, which the background hands on
 */

/** @type {Record<string, Way>} */
const SURFACES = {
  card: { clicked: ".marker" },
  panel: { clicked: ".handle" },
  guide: {
    needs: () => {
      const box = document.createElement("textarea");
      box.setAttribute("aria-label", "Prompt");
      box.value = "Pay me on NL91 ABNA 0417 1643 00, please.";
      document.body.append(box);
      box.focus();
    },
    command: "check-typing",
  },
  notice: {
    needs: () => {
      const box = document.createElement("div");
      box.className = "comments-comment-box";
      const editor = document.createElement("div");
      editor.className = "ql-editor";
      editor.contentEditable = "true";
      editor.setAttribute("role", "textbox");
      editor.textContent = "Pay me on NL91 ABNA 0417 1643 00, please.";
      box.style.cssText = "position: fixed; inset: 100px auto auto 20px; width: 300px";
      box.append(editor);
      document.body.append(box);
    },
  },
};

inEveryBrowser("dist", (stage) => {
  for (const [name, { needs, clicked, command }] of Object.entries(SURFACES)) {
    for (const theme of ["light", "dark"]) {
      test(`axe finds nothing against the ${name}, ${theme}, and sees what is planted there`, async () => {
        const page = await stage.browser.openOwn("demo/sdui.html?open");
        await page.evaluate(
          (/** @type {string} */ colour) => {
            for (const ground of document.querySelectorAll("main, body")) {
              if (ground instanceof HTMLElement) ground.style.background = colour;
            }
          },
          theme === "dark" ? "rgb(20, 22, 25)" : "rgb(244, 242, 238)",
        );
        await page.evaluate(`() => { ${AXE} }`);
        await page.until("there are markers", () =>
          [...document.documentElement.children].some((child) => child.shadowRoot?.querySelector(".marker")),
        );
        if (needs) await page.evaluate(needs);
        if (clicked) {
          const { x, y } = await page.evaluate(middle, clicked);
          await page.mouse.click(x, y);
        }
        if (command) {
          await stage.browser.asExtension(
            (/** @type {string} */ command) => chrome.runtime.sendMessage({ command }),
            command,
          );
        }
        await page.until(
          `there is a ${name}`,
          (/** @type {string} */ wanted) =>
            document.documentElement.lastElementChild?.shadowRoot?.querySelector(wanted),
          `.${name}`,
        );
        const { found, planted, checked, dark, pale, faint } = await page.evaluate(examine, `.${name}`);
        assert.equal(dark, theme === "dark");
        assert.ok(checked > 10, `${checked} rules passed`);
        assert.ok(planted.includes("button-name"), planted.join());
        assert.deepEqual(faint, ["Too pale to read"]);
        assert.deepEqual(pale, []);
        assert.deepEqual(found, []);
        await page.close();
      });
    }
  }
});

/**
 * In the page: where one of our buttons is.
 * @param {string} selector
 */
function middle(selector) {
  const button = document.documentElement.lastElementChild?.shadowRoot?.querySelector(selector);
  const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * In the page: what axe says of all that is ours, and what it says when something bad is put into the surface.
 * @param {string} surface
 */
async function examine(surface) {
  const { axe } = /** @type {any} */ (globalThis);
  const host = document.documentElement.lastElementChild;
  const root = host?.shadowRoot;
  /** @param {string} colour */
  const brightness = (colour) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const tooPale = () =>
    [...(root?.querySelectorAll(`${surface} *, .marker *, .handle *`) ?? [])]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .filter((element) => {
        let ground = /** @type {Element | null} */ (element);
        while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
        const pair = [
          getComputedStyle(element).color,
          ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)",
        ];
        const [dark = 0, light = 0] = pair.map(brightness).sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05) < 4.5;
      })
      .map((element) => element.textContent);
  /** @returns {Promise<any>} */
  const run = () => axe.run(host, { resultTypes: ["violations"] });
  const planted = document.createElement("div");
  const nameless = document.createElement("button");
  const pale = document.createElement("span");
  pale.textContent = "Too pale to read";
  pale.style.color = "#cccccc";
  pale.style.backgroundColor = "#dddddd";
  planted.append(nameless, pale);
  root?.querySelector(surface)?.prepend(planted);
  // axe passes over the text in a popover, so contrast is reckoned here (WCAG 2.2, 1.4.3).
  const faint = tooPale();
  const bad = await run();
  planted.remove();
  const good = await run();
  return {
    planted: bad.violations.map((/** @type {any} */ { id }) => id),
    found: good.violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join(" ")}`,
    ),
    checked: good.passes.length,
    faint,
    pale: tooPale(),
    dark: Boolean(root?.querySelector(".layer.dark")),
  };
}
