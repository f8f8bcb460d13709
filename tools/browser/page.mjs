// A page as tests see it, alike in both browsers.

import { patiently } from "./patience.mjs";

/** @import { Tab } from "./launch.mjs" */

/** A page in a tab: its own world, what it asked for, what it was told, and the closed shadow root in it. */
export class Page {
  #tab;
  #site;
  #proxy;
  #since;

  /**
   * @param {Tab} tab
   * @param {import("./site.mjs").Site} site
   * @param {import("./proxy.mjs").Proxy} proxy
   */
  constructor(tab, site, proxy) {
    this.#tab = tab;
    this.#site = site;
    this.#proxy = proxy;
    this.#since = { requests: site.requests.length, reports: site.reports.length, refused: proxy.refused.length };
  }

  /**
   * Presses real keys, such as `Tab` or `Shift+Tab`.
   * @param {string} keys
   */
  async press(keys) {
    const { keyboard } = this.#tab.input;
    const held = /** @type {any[]} */ (keys.split("+"));
    const last = held.pop();
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held.reverse()) await keyboard.up(key);
  }

  /**
   * Types a text with real keys.
   * @param {string} text
   */
  type(text) {
    return this.#tab.input.keyboard.type(text);
  }

  /** A real mouse, in CSS pixels of the viewport. */
  get mouse() {
    return this.#tab.input.mouse;
  }

  /**
   * Goes to an address in the same tab and waits until it is loaded.
   * @param {string} url
   */
  goto(url) {
    return this.#tab.goto(url);
  }

  /**
   * Runs a function in the page's own world.
   * @param {Function | string} fn self-contained; arguments and result travel as JSON
   * @param {...any} args
   * @returns {Promise<any>}
   */
  evaluate(fn, ...args) {
    return this.#tab.evaluate(fn, ...args);
  }

  /**
   * Runs a function with the closed shadow root as its first argument, unseen by the page; null when there is none.
   * @param {Function | string} fn self-contained; arguments and result travel as JSON
   * @param {...any} args
   * @returns {Promise<any>}
   */
  inside(fn, ...args) {
    return this.#tab.inside(`(root, ...given) => { (${readWords})(); return (${fn})(root, ...given); }`, ...args);
  }

  /**
   * Waits until a function of the page's own world answers with something true, and gives that back.
   * @param {string} what is awaited, for the message when it does not come
   * @param {Function | string} fn
   * @param {...any} args
   * @returns {Promise<any>}
   */
  until(what, fn, ...args) {
    return patiently(what, () => this.evaluate(fn, ...args));
  }

  /**
   * Waits until a function over the closed shadow root answers with something true, and gives that back.
   * @param {string} what is awaited, for the message when it does not come
   * @param {Function | string} fn
   * @param {...any} args
   * @returns {Promise<any>}
   */
  untilInside(what, fn, ...args) {
    return patiently(what, () => this.inside(fn, ...args));
  }

  /**
   * The text inside the closed shadow root, as `textContent`; null when there is no root.
   * @returns {Promise<string | null>}
   */
  text() {
    return this.inside((/** @type {ShadowRoot} */ root) => root.textContent);
  }

  /**
   * An element inside the closed shadow root, found anew at each use.
   * @param {string} selector
   * @param {number} [index] among those that match
   * @returns {InnerElement}
   */
  find(selector, index = 0) {
    return new InnerElement(this, selector, index);
  }

  /**
   * What the page was told of policy violations.
   * @returns {Promise<string[]>}
   */
  violations() {
    return this.evaluate(() => Reflect.get(globalThis, "witness").violations);
  }

  /**
   * Errors that reached the page's window.
   * @returns {Promise<string[]>}
   */
  errors() {
    return this.evaluate(() => Reflect.get(globalThis, "witness").errors);
  }

  /** Violation reports that the site received since the page was opened. */
  get reports() {
    return this.#site.reports.slice(this.#since.reports);
  }

  /** Requests that reached the site since the page was opened. */
  get requests() {
    return this.#site.requests.slice(this.#since.requests);
  }

  /** Requests since the page was opened that are not its own: for what the page does not hold, or for another host. */
  get strayRequests() {
    const unknown = this.requests
      .filter((request) => !request.known && !request.url.endsWith("/favicon.ico"))
      .map((request) => `${request.method} ${request.url} (${request.destination})`);
    return [...unknown, ...this.#proxy.refused.slice(this.#since.refused)];
  }

  /** Bytes in use by the page and what runs in it, after collecting garbage; undefined where the browser does not tell. */
  heap() {
    return this.#tab.heap();
  }

  /** How long scripts have run in the tab so far, the page's and ours, in milliseconds; undefined where the browser does not tell. */
  scriptTime() {
    return this.#tab.scriptTime();
  }

  /**
   * Keeps what is in view as a PNG file.
   * @param {string} path
   */
  screenshot(path) {
    return this.#tab.screenshot(path);
  }

  /**
   * Prints the page to a PDF file, on paper of its own choice.
   * @param {string} path
   */
  print(path) {
    return this.#tab.print(path);
  }

  /**
   * Gives the viewport another size, in CSS pixels.
   * @param {{width: number, height: number}} size
   */
  resize(size) {
    return this.#tab.resize(size);
  }

  /**
   * Has the page see what a member may have set; only Chromium lets a test do so.
   * @param {import("./launch.mjs").Tastes} tastes
   */
  prefer(tastes) {
    return this.#tab.prefer(tastes);
  }

  /** Closes the tab. */
  close() {
    return this.#tab.close();
  }
}

/** In the tests' own world: words that the style sheet draws from attributes (`say` in src/ui/dom.rs) read as text does. */
function readWords() {
  /** @type {(node: Node) => string} */
  const words = (node) =>
    node instanceof Text
      ? node.data
      : [node instanceof Element ? node.getAttribute("data-words") : "", ...[...node.childNodes].map(words)].join("");
  for (const type of [Element, ShadowRoot]) {
    const get = /** @this {Node} */ function () {
      return words(this);
    };
    Object.defineProperty(type.prototype, "textContent", { configurable: true, get });
  }
}

/** An element inside the closed shadow root, named by a selector. */
class InnerElement {
  #page;
  #selector;
  #index;

  /**
   * @param {Page} page
   * @param {string} selector
   * @param {number} index
   */
  constructor(page, selector, index) {
    this.#page = page;
    this.#selector = selector;
    this.#index = index;
  }

  /**
   * Waits until the element is there, and answers with what the function makes of it.
   * @param {(element: HTMLElement, ...args: any[]) => any} fn self-contained
   * @param {...any} args
   * @returns {Promise<any>}
   */
  async read(fn, ...args) {
    const source = `(root, selector, index, args) => {
      const element = root.querySelectorAll(selector)[index];
      return element && { value: (${fn})(element, ...args) };
    }`;
    const found = await this.#page.untilInside(`${this.#selector} is there`, source, this.#selector, this.#index, args);
    return found.value;
  }

  /** @returns {Promise<string>} */
  text() {
    return this.read((element) => element.textContent);
  }

  /**
   * @param {string} name
   * @returns {Promise<string | null>}
   */
  attribute(name) {
    return this.read((element, wanted) => element.getAttribute(wanted), name);
  }

  /**
   * Where the element is in the viewport, in CSS pixels.
   * @returns {Promise<{x: number, y: number, width: number, height: number}>}
   */
  box() {
    return this.read((element) => element.getBoundingClientRect());
  }

  /** Clicks the middle of the element with the real mouse, when it is shown and stands still. */
  async click() {
    let last = "";
    const { x, y, width, height } = await patiently(`${this.#selector} stands still`, async () => {
      const box = await this.box();
      const before = last;
      last = JSON.stringify(box);
      return box.width > 0 && last === before && box;
    });
    await this.#page.mouse.click(x + width / 2, y + height / 2);
  }
}
