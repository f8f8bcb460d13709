// @ts-check
// The archive page's worker: the same module as in the pages, in a thread of its own, so that reading holds up nothing.
//
// Browsers give a worker nothing of the extension's API, and boot.js asks for little of it: that the extension is there, which it
// is as long as its page, and who sends messages, which nobody does to a worker.

Reflect.set(globalThis, "chrome", { runtime: { id: location.host, onMessage: { addListener() {} } } });
importScripts("pages.js");
