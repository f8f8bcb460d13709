// Doing things on the extension's own pages, with the real mouse and keyboard.

/** @import { Page } from "../../tools/browser/page.mjs" */

/**
 * Clicks the middle of an element.
 * @param {Page} page
 * @param {string} selector
 */
export async function clickOn(page, selector) {
  const { x, y } = await page.until(
    `${selector} is there`,
    (/** @type {string} */ wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element?.getBoundingClientRect();
      return box && box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
  );
  await page.mouse.click(x, y);
}

/**
 * Presses a control by what it stands for.
 * @param {Page} page
 * @param {string} deed
 */
export const doThere = (page, deed) => clickOn(page, `[data-deed="${deed}"]`);

/**
 * Fills in a field as if it were typed, whatever its sort.
 * @param {Page} page
 * @param {string} deed
 * @param {string} value
 */
export async function fillIn(page, deed, value) {
  await page.until(
    `there is a field for ${deed}`,
    (/** @type {string} */ deed, /** @type {string} */ value) => {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-deed="${deed}"]`));
      if (!field) return false;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    deed,
    value,
  );
}

/**
 * Waits until a page says something.
 * @param {Page} page
 * @param {string} words
 */
export const says = (page, words) =>
  page.until(
    `the page says "${words}"`,
    (/** @type {string} */ said) => document.body.textContent?.includes(said),
    words,
  );

/**
 * Waits until the dossier lists something.
 * @param {Page} page
 * @param {string} words
 */
export const lists = (page, words) =>
  page.until(
    `"${words}" is listed`,
    (/** @type {string} */ said) =>
      [...document.querySelectorAll(".entries")].some((list) => list.textContent?.includes(said)),
    words,
  );

/**
 * Moves a page's clock, and has it look at what is kept once more.
 * @param {Page} page
 * @param {number} days
 */
export const moveClock = (page, days) =>
  page.evaluate(async (/** @type {number} */ days) => {
    const { Date: Real } = globalThis;
    const moved = class extends Real {
      /** @param {any[]} given */
      constructor(...given) {
        if (given.length === 0) super(Real.now() + days * 86_400_000);
        else super(.../** @type {[any]} */ (given));
      }
    };
    globalThis.Date = /** @type {DateConstructor} */ (moved);
    await chrome.storage.local.set({ looked: days });
  }, days);

/**
 * Gives a field a file, as if it had been chosen.
 * @param {Page} page
 * @param {string} deed
 * @param {string} text
 */
export const giveFile = (page, deed, text) =>
  page.until(
    `there is a field for ${deed}`,
    (/** @type {string} */ deed, /** @type {string} */ text) => {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-deed="${deed}"]`));
      if (!field) return false;
      const files = new DataTransfer();
      files.items.add(new File([text], "file"));
      field.files = files.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    deed,
    text,
  );

/**
 * The text that a button offers to save.
 * @param {Page} page
 * @param {string} deed
 * @returns {Promise<string>}
 */
export const saved = (page, deed) =>
  page.until(
    `${deed} saves something`,
    async (/** @type {string} */ deed) => {
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = () => {};
      /** @type {Promise<string> | undefined} */
      let text;
      URL.createObjectURL = (file) => {
        text = /** @type {Blob} */ (file).text();
        return createObjectURL(file);
      };
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-deed="${deed}"]`))?.click();
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      return text;
    },
    deed,
  );
