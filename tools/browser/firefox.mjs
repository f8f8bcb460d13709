// Firefox through WebDriver BiDi: it installs a temporary extension and hands out closed shadow roots.
// Puppeteer starts the browser and gives real mouse and keys; what it has no word for is sent over its connection.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { callOf } from "./call.mjs";
import { LOGGING } from "./look-ups.mjs";
import { patiently } from "./patience.mjs";

// Chosen, so that the addresses of the extension's pages are known.
const UUID = "7f3c1a52-9d0e-4c86-b1a7-5e2f4d6c8b90";

// So that the browser itself asks the network for nothing.
const SILENT = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.topsites.contile.enabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "media.gmp-manager.url": "",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.trr.mode": 5,
  "services.settings.server": "data:,#none/v1",
  "toolkit.telemetry.server": "",
};

// An extension that is installed for a session leaves with it all that it kept, unless told otherwise.
const KEEPING = { "extensions.webextensions.keepStorageOnUninstall": true };

// Private windows only.
const PRIVATE = { "browser.privatebrowsing.autostart": true };

/**
 * @param {import("./launch.mjs").EngineOptions} options
 * @returns {Promise<import("./launch.mjs").Engine>}
 */
export async function launchFirefox({ program, extension, proxyPort, headless, isPrivate, profile, log, viewport }) {
  const id =
    extension &&
    JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")).browser_specific_settings?.gecko?.id;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(profile ? { userDataDir: profile } : {}),
    // Without it, WebDriver refuses to open the extension's own pages.
    args: ["-remote-allow-system-access"],
    // Without it, a release build takes no other address for its remote settings.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1", ...(log ? LOGGING.firefox(log) : {}) },
    extraPrefsFirefox: {
      ...SILENT,
      ...(isPrivate ? PRIVATE : {}),
      ...(profile ? KEEPING : {}),
      "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }),
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxyPort,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.failover_direct": false,
    },
  });
  try {
    if (extension) await install(browser, extension, isPrivate);
  } catch (fault) {
    await browser.close();
    throw fault;
  }
  return {
    origin: extension ? `moz-extension://${UUID}` : "",
    version: (await browser.version()).replace("/", " "),
    newTab: async ({ background }) => {
      const page = await browser.newPage({ type: "tab", background });
      // A tab in the background takes a second to get another size, and is not looked at.
      if (viewport && !background) await page.setViewport(viewport);
      return firefoxTab(browser, page);
    },
    tabAt: async (part) => {
      // Puppeteer does not hear where tabs go that it did not send there.
      const { connection } = /** @type {any} */ (browser);
      const { result } = await connection.send("browsingContext.getTree", {});
      const found = result.contexts.find((/** @type {any} */ { url }) => url.includes(part));
      const page = (await browser.pages()).find((page) => contextOf(page) === found?.context);
      return page && firefoxTab(browser, page);
    },
    endBackground: async () => {
      const { connection } = /** @type {any} */ (browser);
      const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
      const answer = await connection.send("script.evaluate", {
        target: { context: result.contexts[0].context },
        expression: `WebExtensionPolicy.getByID("${id}").extension.terminateBackground({ ignoreDevToolsAttached: true })`,
        awaitPromise: true,
      });
      if (answer.result.type === "exception") throw new Error(answer.result.exceptionDetails.text);
    },
    closed: () => new Promise((done) => browser.once("disconnected", () => done())),
    close: () => browser.close(),
  };
}

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} path
 * @param {boolean} isPrivate it may run in private windows
 */
async function install(browser, path, isPrivate) {
  const { connection } = /** @type {any} */ (browser);
  await connection.send("webExtension.install", {
    extensionData: { type: "path", path },
    "moz:allowPrivateBrowsing": isPrivate,
  });
}

/**
 * The name of a tab among those of the browser; puppeteer leaves it out of its public types.
 * @param {import("puppeteer-core").Page} page
 * @returns {string}
 */
const contextOf = (page) => /** @type {any} */ (page.mainFrame())._id;

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {import("puppeteer-core").Page} page
 * @returns {import("./launch.mjs").Tab}
 */
function firefoxTab(browser, page) {
  // Both exist in every BiDi session of puppeteer, and are left out of its public types.
  const { connection } = /** @type {any} */ (browser);
  const context = contextOf(page);

  /** @type {(method: string, params: object) => Promise<any>} */
  const send = async (method, params) => (await connection.send(method, { context, ...params })).result;

  /** @type {(target: object, functionDeclaration: string, args: object[]) => Promise<any>} */
  const call = async (target, functionDeclaration, args) => {
    const answer = await send("script.callFunction", {
      target: { context, ...target },
      functionDeclaration,
      arguments: args,
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  };

  // A world of the test's own beside the page's, which the page cannot see into.
  const sandbox = { sandbox: "tests" };
  /** @param {unknown[]} args */
  const asJson = (args) => [{ type: "string", value: JSON.stringify(args) }];

  /** @param {string} expression of the elements to look at */
  const closedRootAmong = async (expression) => {
    const { result } = await send("script.evaluate", {
      target: { context, ...sandbox },
      expression,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 0 },
    });
    /** @type {any[]} */
    const nodes = result.value;
    return nodes.map((node) => node.value?.shadowRoot).find((shadow) => shadow?.value.mode === "closed")?.sharedId;
  };

  /** @type {import("./launch.mjs").Tab["evaluate"]} */
  const evaluate = (fn, ...args) => call({}, `async (json) => (${callOf(fn)})(...JSON.parse(json))`, asJson(args));

  return {
    input: page,
    goto: async (url) => {
      if (!url.startsWith("moz-extension:"))
        return void (await send("browsingContext.navigate", { url, wait: "complete" }));
      // BiDi reports no end of loading for an extension's page: the page is asked instead.
      await send("browsingContext.navigate", { url, wait: "none" });
      await patiently(`${url} is loaded`, () =>
        evaluate((/** @type {string} */ wanted) => location.href === wanted && document.readyState === "complete", url),
      );
    },
    evaluate,
    inside: async (fn, ...args) => {
      const sharedId =
        (await closedRootAmong("[...document.documentElement.children]")) ??
        (await closedRootAmong("[...document.querySelectorAll('*')]"));
      if (!sharedId) return null;
      return call(sandbox, `async (root, json) => (${callOf(fn)})(root, ...JSON.parse(json))`, [
        { sharedId },
        ...asJson(args),
      ]);
    },
    heap: async () => undefined,
    scriptTime: async () => undefined,
    screenshot: async (path) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (path) })),
    print: async (path) => void (await page.pdf({ path, preferCSSPageSize: true })),
    resize: (size) => page.setViewport(size),
    // BiDi has no word for it yet.
    prefer: async () => {},
    close: () => page.close(),
  };
}
