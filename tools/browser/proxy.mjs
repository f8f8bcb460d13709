// The only way out of a test browser: to the site for the hosts it answers, and a refusal that is written down for all else.

import { createServer } from "node:http";
import { connect } from "node:net";
import { listen } from "./listen.mjs";

/** Where a browser is sent with what it asks of its own accord, and cannot be told to leave; refused without a note. */
export const BROWSERS_OWN_HOST = "browser.invalid";

/** Likewise: from here Chromium loads a dictionary for its spell checker, once somebody types. */
const DICTIONARIES = "redirector.gvt1.com";

/**
 * @typedef {object} Proxy
 * @property {number} port on 127.0.0.1
 * @property {string[]} refused what was asked for and not given, such as `CONNECT example.org:443`
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a proxy that leads the given hosts to a local port.
 * @param {{hosts: string[], sitePort: number}} options
 * @returns {Promise<Proxy>}
 */
export async function startProxy({ hosts, sitePort }) {
  /** @type {string[]} */
  const refused = [];
  /** @type {Set<import("node:stream").Duplex>} */
  const tunnels = new Set();

  const server = createServer((request, response) => {
    refused.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on("connect", (request, client, head) => {
    client.on("error", () => client.destroy());
    const isAmong = (/** @type {string[]} */ known) => known.some((host) => request.url === `${host}:443`);
    if (!isAmong(hosts)) {
      if (!isAmong([BROWSERS_OWN_HOST, DICTIONARIES])) refused.push(`CONNECT ${request.url}`);
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const site = connect(sitePort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      site.write(head);
      site.pipe(client);
      client.pipe(site);
    });
    site.on("error", () => client.destroy());
    site.on("close", () => client.destroy());
    client.on("close", () => {
      tunnels.delete(client);
      site.destroy();
    });
    tunnels.add(client);
  });
  const { port, stop } = await listen(server);
  return {
    port,
    refused,
    stop: async () => {
      for (const tunnel of tunnels) tunnel.destroy();
      await stop();
    },
  };
}
