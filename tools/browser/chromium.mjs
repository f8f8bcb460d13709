// Chromium through Playwright: its debugging pipe loads an unpacked extension, and the DevTools protocol sees closed shadow roots.

import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { callOf } from "./call.mjs";
import { LOGGING } from "./look-ups.mjs";
import { BROWSERS_OWN_HOST } from "./proxy.mjs";

// So that the browser itself asks the network for nothing, or asks an address that tells its requests from the pages'.
const SILENT = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
  `--autofill-server-url=https://${BROWSERS_OWN_HOST}/autofill`,
  `--gaia-url=https://${BROWSERS_OWN_HOST}`,
  `--component-updater=url-source=https://${BROWSERS_OWN_HOST}/update`,
];

/**
 * The id that Chromium gives an unpacked extension: of its manifest's key, or of its path.
 * @param {string} folder
 * @returns {string}
 */
export function chromiumId(folder) {
  const { key } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const source = key ? Buffer.from(key, "base64") : Buffer.from(realpathSync(folder));
  const hex = createHash("sha256").update(source).digest("hex").slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/**
 * @param {import("./launch.mjs").EngineOptions} options
 * @returns {Promise<import("./launch.mjs").Engine>}
 */
export async function launchChromium({ program, extension, proxyPort, headless, profile, log, viewport }) {
  const context = await chromium.launchPersistentContext(profile ?? "", {
    executablePath: program,
    // Playwright's own headless mode is another program, without extensions.
    headless: false,
    ignoreHTTPSErrors: true,
    viewport,
    args: [
      ...(headless ? ["--headless=new"] : []),
      ...SILENT,
      ...(log ? LOGGING.chromium(log) : []),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      "--proxy-bypass-list=<-loopback>",
    ],
  });
  const blank = context.pages()[0] ?? (await context.newPage());
  const browserSession = await context.newCDPSession(blank);
  return {
    origin: extension ? `chrome-extension://${chromiumId(extension)}` : "",
    version: `Chromium ${context.browser()?.version() ?? ""}`.trim(),
    newTab: async ({ background }) => {
      if (!background) return chromiumTab(await context.newPage());
      const created = context.waitForEvent("page");
      await browserSession.send("Target.createTarget", { url: "about:blank", background: true });
      return chromiumTab(await created);
    },
    tabAt: async (part) => {
      const page = context.pages().find((page) => page.url().includes(part));
      return page && chromiumTab(page);
    },
    endBackground: async () => {
      const { targetInfos } = await browserSession.send("Target.getTargets");
      const workers = targetInfos.filter(({ type }) => type === "service_worker");
      for (const { targetId } of workers) await browserSession.send("Target.closeTarget", { targetId });
    },
    closed: () => new Promise((done) => context.once("close", () => done())),
    close: () => context.close(),
  };
}

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<import("./launch.mjs").Tab>}
 */
async function chromiumTab(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");

  /** @param {{result: {value?: any}, exceptionDetails?: {text: string, exception?: {description?: string}}}} answer */
  const plain = ({ result, exceptionDetails: fault }) => {
    if (fault) throw new Error(fault.exception?.description ?? fault.text);
    return JSON.parse(result.value ?? "null");
  };

  const closedRoot = async () => {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const pending = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const closed = node.shadowRoots?.find((shadow) => shadow.shadowRootType === "closed");
      if (closed) return closed.backendNodeId;
      pending.push(...(node.children ?? []), ...(node.shadowRoots ?? []));
    }
    return undefined;
  };

  return {
    input: page,
    goto: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    // Not Playwright's own evaluate: that one goes through eval, which the page's policy would forbid and report.
    evaluate: async (fn, ...args) =>
      plain(
        await session.send("Runtime.evaluate", {
          expression: `(${callOf(fn)})(...${JSON.stringify(args)})`,
          awaitPromise: true,
          returnByValue: true,
        }),
      ),
    inside: async (fn, ...args) => {
      const backendNodeId = await closedRoot();
      if (backendNodeId === undefined) return null;
      const { frameTree } = await session.send("Page.getFrameTree");
      const world = await session.send("Page.createIsolatedWorld", {
        frameId: frameTree.frame.id,
        worldName: "tests",
      });
      const { object } = await session.send("DOM.resolveNode", {
        backendNodeId,
        executionContextId: world.executionContextId,
      });
      return plain(
        await session.send("Runtime.callFunctionOn", {
          functionDeclaration: callOf(fn),
          executionContextId: world.executionContextId,
          arguments: [{ objectId: object.objectId ?? "" }, ...args.map((value) => ({ value }))],
          awaitPromise: true,
          returnByValue: true,
        }),
      );
    },
    screenshot: async (path) => void (await page.screenshot({ path })),
    print: async (path) => void (await page.pdf({ path, preferCSSPageSize: true })),
    heap: async () => {
      // Twice, because what the first round frees may free more.
      for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
      return usedSize + backingStorageSize;
    },
    scriptTime: async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN);
    },
    resize: (size) => page.setViewportSize(size),
    prefer: async ({ textSize, ...media }) => {
      await page.emulateMedia(media);
      if (textSize) await session.send("Page.setFontSizes", { fontSizes: { standard: textSize } });
    },
    close: () => page.close(),
  };
}
