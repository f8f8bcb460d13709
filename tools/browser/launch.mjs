// One way to drive both browsers: starts one with the extension on a locally answered LinkedIn, and opens pages in it.

import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { launchChromium } from "./chromium.mjs";
import { findBrowser } from "./find.mjs";
import { launchFirefox } from "./firefox.mjs";
import { Page } from "./page.mjs";
import { patiently } from "./patience.mjs";
import { startProxy } from "./proxy.mjs";
import { HOSTS, startSite } from "./site.mjs";

/**
 * What starting a browser needs.
 * @typedef {object} EngineOptions
 * @property {string} program the browser's path
 * @property {string | undefined} extension absolute path of the unpacked extension; none for a browser without it
 * @property {number} proxyPort
 * @property {boolean} headless
 * @property {boolean} isPrivate every window is one of which nothing is remembered
 * @property {string | undefined} profile folder of what the browser keeps; none for one that keeps nothing
 * @property {string | undefined} log file that names what the browser looks up; none for one that keeps no log
 * @property {{width: number, height: number} | null} viewport in CSS pixels; null for what the window has
 */

/**
 * How a member may have set browser and system.
 * @typedef {object} Tastes
 * @property {"light" | "dark"} [colorScheme]
 * @property {"active" | "none"} [forcedColors]
 * @property {"reduce" | "no-preference"} [reducedMotion]
 * @property {"screen" | "print"} [media]
 * @property {number} [textSize] of plain text, in CSS pixels; 16 unless chosen
 */

/**
 * A started browser.
 * @typedef {object} Engine
 * @property {string} origin of the extension's own pages
 * @property {string} version name and version
 * @property {(options: {background: boolean}) => Promise<Tab>} newTab
 * @property {(part: string) => Promise<Tab | undefined>} tabAt the tab whose address has that part, where there is one
 * @property {() => Promise<void>} endBackground ends the extension's background, as browsers do when it has nothing to do
 * @property {() => Promise<void>} closed ends when the browser does
 * @property {() => Promise<void>} close
 */

/**
 * The few things in which the browsers differ. Functions travel as source, arguments and results as JSON.
 * @typedef {object} Tab
 * @property {import("playwright-core").Page | import("puppeteer-core").Page} input whose mouse and keyboard are real
 * @property {(url: string) => Promise<void>} goto
 * @property {(fn: Function | string, ...args: any[]) => Promise<any>} evaluate runs a function in the page's own world
 * @property {(fn: Function | string, ...args: any[]) => Promise<any>} inside runs a function with the first closed shadow root
 *   of the page, in a world that the page cannot see; null when there is no such root
 * @property {() => Promise<number | undefined>} heap bytes in use by the page and what runs in it, after collecting garbage;
 *   undefined where the browser does not tell
 * @property {() => Promise<number | undefined>} scriptTime how long scripts have run in the tab so far, the page's and ours, in milliseconds;
 *   undefined where the browser does not tell
 * @property {(path: string) => Promise<void>} screenshot of what is in view, as PNG
 * @property {(path: string) => Promise<void>} print to a PDF file, on paper of the page's own choice
 * @property {(size: {width: number, height: number}) => Promise<void>} resize
 * @property {(tastes: Tastes) => Promise<void>} prefer sets what the browser lets a test set
 * @property {() => Promise<void>} close
 */

// What tests see the same in both browsers, in CSS pixels. A window that people look at keeps its own size.
const VIEWPORT = { width: 1280, height: 900 };

const ENGINES = { chromium: launchChromium, firefox: launchFirefox };

/**
 * Starts a browser; `close` it in the end.
 * @param {object} options
 * @param {import("./find.mjs").BrowserName} options.browser
 * @param {string} [options.extension] folder of the unpacked extension
 * @param {boolean} [options.headless]
 * @param {boolean} [options.isPrivate] every window is a private one, with the extension in it: Firefox only
 * @param {string} [options.profile] folder of what the browser keeps beyond its end; it goes on with what is there
 * @param {string} [options.log] file that is to name what the browser looks up: see look-ups.mjs
 * @returns {Promise<Browser>}
 */
export async function launch({ browser, extension, headless = true, isPrivate = false, profile, log }) {
  const program = findBrowser(browser);
  const goesOn = profile !== undefined && existsSync(profile) && readdirSync(profile).length > 0;
  const site = await startSite();
  const proxy = await startProxy({ hosts: HOSTS, sitePort: site.port });
  try {
    const engine = await ENGINES[browser]({
      program,
      extension: extension && resolve(extension),
      proxyPort: proxy.port,
      headless,
      isPrivate,
      profile,
      log,
      viewport: headless ? VIEWPORT : null,
    });
    const started = new Browser(engine, site, proxy);
    // At install the extension opens its introduction, which would come in front of what a test opens.
    // Firefox with nothing but private windows shows none.
    if (extension && !isPrivate && !goesOn) await (await started.opened("/welcome.html")).close();
    return started;
  } catch (fault) {
    await Promise.all([proxy.stop(), site.stop()]);
    throw fault;
  }
}

/** A browser with the extension, whose only network is the local LinkedIn. */
export class Browser {
  #engine;
  #site;
  #proxy;
  /** @type {Promise<Page> | undefined} */
  #office;

  /**
   * @param {Engine} engine
   * @param {import("./site.mjs").Site} site
   * @param {import("./proxy.mjs").Proxy} proxy
   */
  constructor(engine, site, proxy) {
    this.#engine = engine;
    this.#site = site;
    this.#proxy = proxy;
  }

  /** Name and version of the browser. */
  get version() {
    return this.#engine.version;
  }

  /** Requests to hosts other than LinkedIn's, by any page, the extension or its background, since the start. */
  get refused() {
    return [...this.#proxy.refused];
  }

  /** Ends when the browser is closed, by us or by its user. */
  closed() {
    return this.#engine.closed();
  }

  /**
   * Opens a page of LinkedIn.
   * @param {string} url
   * @param {string} html
   * @param {Record<string, import("./site.mjs").Answer>} [files] what else the page itself may ask for or lead to, by path
   * @returns {Promise<Page>}
   */
  async open(url, html, files = {}) {
    const { pathname, search } = new URL(url);
    this.#site.answer(pathname + search, { body: html, type: "text/html" });
    for (const [path, answer] of Object.entries(files)) this.#site.answer(path, answer);
    const page = new Page(await this.#engine.newTab({ background: false }), this.#site, this.#proxy);
    await page.goto(url);
    return page;
  }

  /**
   * Opens a page of the extension itself in a tab.
   * @param {string} path such as `popup.html`
   * @param {object} [options]
   * @param {boolean} [options.background] leaves the tab in front where it is, as a popup does
   * @returns {Promise<Page>}
   */
  async openOwn(path, { background = false } = {}) {
    const page = new Page(await this.#engine.newTab({ background }), this.#site, this.#proxy);
    await page.goto(`${this.#engine.origin}/${path}`);
    return page;
  }

  /**
   * Runs a function with the extension's own rights, in a document of it that draws nothing and stays open behind the tab in front.
   * @param {Function} fn self-contained; arguments and result travel as JSON
   * @param {...any} args
   * @returns {Promise<any>}
   */
  async asExtension(fn, ...args) {
    this.#office ??= this.openOwn("background.js", { background: true });
    return (await this.#office).evaluate(fn, ...args);
  }

  /**
   * A page that something else opened, such as a link or the extension.
   * @param {string} part of its address
   * @returns {Promise<Page>}
   */
  async opened(part) {
    const tab = await patiently(`a tab is at ${part}`, () => this.#engine.tabAt(part));
    return new Page(tab, this.#site, this.#proxy);
  }

  /** Ends the extension's background, as browsers do when it has nothing to do; the next event starts it again. */
  endBackground() {
    return this.#engine.endBackground();
  }

  /** Closes the browser and all that was started for it. */
  async close() {
    try {
      await this.#engine.close();
    } finally {
      await Promise.all([this.#proxy.stop(), this.#site.stop()]);
    }
  }
}
