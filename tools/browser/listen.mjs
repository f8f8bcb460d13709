// A local server: on a free port of this machine only, and closed for certain.

/**
 * @param {import("node:http").Server | import("node:https").Server} server
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export async function listen(server) {
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
