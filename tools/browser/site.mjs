// https://www.linkedin.com and static.licdn.com, answered here: what a test gives it, and nothing else.

import { randomBytes } from "node:crypto";
import { createServer } from "node:https";
import { generate } from "selfsigned";
import { listen } from "./listen.mjs";
import { policy, REPORT_PATH, withWitness } from "./policy.mjs";

/** The hosts that the site answers for. */
export const HOSTS = ["www.linkedin.com", "static.licdn.com"];

/**
 * Something to answer with.
 * @typedef {object} Answer
 * @property {string | Buffer} body
 * @property {string} type the media type; `text/html` also gets the policy and the witness
 * @property {boolean} [fetched] the page's own script asks for it with fetch
 */

/**
 * A request as the server saw it.
 * @typedef {object} Request
 * @property {string} method
 * @property {string} url
 * @property {string} destination what the browser wanted it for (Sec-Fetch-Dest), such as `document`, `image`, `empty`
 * @property {boolean} known whether the site had an answer for it, of the kind that was asked
 */

/**
 * @typedef {object} Site
 * @property {number} port on 127.0.0.1
 * @property {Request[]} requests all so far, without reports
 * @property {string[]} reports bodies of the violation reports so far
 * @property {(path: string, answer: Answer) => void} answer sets what a path, with its query, is answered with
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server, with a certificate that is thrown away.
 * @returns {Promise<Site>}
 */
export async function startSite() {
  const certificate = await generate([{ name: "commonName", value: HOSTS[0] ?? "" }], {
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames: HOSTS.map((value) => ({ type: 2, value })) }],
  });
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Request[]} */
  const requests = [];
  /** @type {string[]} */
  const reports = [];

  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host}`);
    if (url.pathname === REPORT_PATH) {
      let body = "";
      request.on("data", (part) => (body += part));
      request.on("end", () => {
        reports.push(body);
        response.writeHead(204).end();
      });
      return;
    }
    const answer = answers.get(url.pathname + url.search);
    const destination = String(request.headers["sec-fetch-dest"] ?? "");
    requests.push({
      method: request.method ?? "",
      url: url.href,
      destination,
      known: answer !== undefined && (destination !== "empty" || answer.fetched === true),
    });
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    if (answer.type !== "text/html") {
      response.writeHead(200, { "content-type": answer.type }).end(answer.body);
      return;
    }
    const nonce = randomBytes(16).toString("base64");
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy(nonce) })
      .end(withWitness(String(answer.body), nonce));
  });
  // Bound connections of a browser that is closing down are no concern of a test.
  server.on("tlsClientError", () => {});
  const { port, stop } = await listen(server);
  return { port, requests, reports, answer: (path, answer) => void answers.set(path, answer), stop };
}
