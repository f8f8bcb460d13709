// The names that a browser asked its resolver for, from its own log: also those that it never sends to the proxy, such as a prefetch.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** How to have a browser keep the log, by browser. */
export const LOGGING = {
  chromium: (/** @type {string} */ file) => [`--log-net-log=${file}`],
  firefox: (/** @type {string} */ file) => ({ MOZ_LOG: "nsHostResolver:5", MOZ_LOG_FILE: file }),
};

/**
 * What was looked up, to be asked when the browser is closed.
 * @param {import("./find.mjs").BrowserName} browser
 * @param {string} file of the log, as it was started with
 * @returns {string[]}
 */
export const lookedUp = (browser, file) => [...new Set({ chromium: inNetLog, firefox: inMozLog }[browser](file))];

/** @param {string} file */
function inNetLog(file) {
  if (!existsSync(file)) throw new Error(`Chromium kept no log in ${file}.`);
  const { constants, events } = JSON.parse(readFileSync(file, "utf8"));
  const { HOST_RESOLVER_MANAGER_REQUEST: asked, DNS_TRANSACTION: sent } = constants.logEventTypes;
  const hosts = events.flatMap((/** @type {any} */ { type, params }) => {
    if (type === asked) return params?.host ?? [];
    return type === sent ? (params?.hostname ?? []) : [];
  });
  return hosts.map((/** @type {string} */ host) =>
    host.includes("://") ? new URL(host).hostname : host.replace(/\.$/, ""),
  );
}

/** @param {string} file each process keeps a log beside it */
function inMozLog(file) {
  const logs = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  if (logs.length === 0) throw new Error(`Firefox kept no log in ${file}.`);
  const text = logs.map((name) => readFileSync(join(dirname(file), name), "utf8")).join("\n");
  return [...text.matchAll(/Resolving host \[([^\]]+)\]/g)].map(([, host = ""]) => host);
}
