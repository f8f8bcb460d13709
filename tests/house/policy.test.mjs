// An employer's policy: what can be set is what Deksel reads, every sample says the same and fits, and nothing can go back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ofIntune, ofPropertyList, ofRegistry, SAMPLE_ID, samplePolicy } from "./policies.mjs";
import { dataOf, filesIn, projectFiles, textOf } from "./project.mjs";

const schema = dataOf("extension/policy.json");
const { gecko } = dataOf("manifest.json").browser_specific_settings;

/**
 * What of a value does not fit a schema, by the part of JSON Schema that Chromium knows.
 * @param {any} value
 * @param {any} schema
 * @param {string} place
 * @returns {string[]}
 */
function misfits(value, schema, place) {
  const type = Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
  if (type !== schema.type) return [`${place} is ${type}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${place} is ${value}`];
  if (type === "array") return value.flatMap((/** @type {any} */ one) => misfits(one, schema.items, `${place}[]`));
  if (type !== "object") return [];
  const missing = (schema.required ?? []).filter((/** @type {string} */ name) => !(name in value));
  return [
    ...missing.map((/** @type {string} */ name) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) =>
      schema.properties[name]
        ? misfits(one, schema.properties[name], `${place}.${name}`)
        : [`${place}.${name} is unknown`],
    ),
  ];
}

test("every option of the policy is described, and listed in docs/admin.md", () => {
  const listed = [...textOf("docs/admin.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(schema.properties).sort(), listed);
  for (const [name, { title, description }] of Object.entries(schema.properties)) {
    assert.ok(title && description, name);
  }
});

test("the sample fits the schema, and a policy that does not is known", () => {
  assert.deepEqual(misfits(samplePolicy(), schema, "policy"), []);
  const wrong = { badge: "yes", whose: "mine", terms: [{ kind: "gossip" }], volume: 11, patience: 1.5 };
  assert.deepEqual(misfits(wrong, schema, "policy"), [
    "policy.badge is string",
    "policy.whose is mine",
    "policy.terms[].text is missing",
    "policy.terms[].kind is gossip",
    "policy.volume is unknown",
    "policy.patience is number",
  ]);
});

test("every sample says the same", () => {
  const key = (/** @type {string} */ browser) =>
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${SAMPLE_ID}\\policy`;
  const samples = {
    "chrome-linux.json": dataOf("docs/admin/chrome-linux.json")["3rdparty"].extensions[SAMPLE_ID],
    "chrome-macos.plist": ofPropertyList("chrome-macos.plist"),
    "chrome-windows.reg": ofRegistry("chrome-windows.reg", key("Google\\Chrome")),
    "edge-windows.reg": ofRegistry("edge-windows.reg", key("Microsoft\\Edge")),
    "firefox-policies.json": dataOf("docs/admin/firefox-policies.json").policies["3rdparty"].Extensions[gecko.id],
    "intune-chrome.xml": ofIntune("intune-chrome.xml"),
  };
  for (const [name, policy] of Object.entries(samples)) assert.deepEqual(policy, samplePolicy(), name);
  const others = ["deksel.adml", "deksel.admx", "policy.json"];
  assert.deepEqual(
    filesIn("docs/admin").sort(),
    [...Object.keys(samples), ...others].map((name) => `docs/admin/${name}`).sort(),
  );
});

test("the ADMX file knows every option, writes where Chrome reads, and has words for each", () => {
  const [admx, adml] = [textOf("docs/admin/deksel.admx"), textOf("docs/admin/deksel.adml")];
  const elements = [...admx.matchAll(/<(?:text|decimal) id="(\w+)" valueName="(\w+)"/g)];
  assert.deepEqual(
    elements.map(([, id]) => id),
    Object.keys(schema.properties).sort(),
  );
  for (const [, id = "", valueName] of elements) {
    assert.equal(id, valueName);
    assert.match(adml, new RegExp(`refId="${id}"`), id);
  }
  assert.ok(admx.includes(`key="Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${SAMPLE_ID}\\policy"`));
});

test("a policy is read in one place, and nothing is written to where it came from", () => {
  const shipped = projectFiles().filter((path) => /^(src|extension)\/.*\.(rs|js)$/.test(path));
  const naming = shipped.filter((path) => /storage\s*\.\s*managed|"managed"/.test(textOf(path)));
  assert.deepEqual(naming, ["extension/background.js"]);
  const uses = textOf("extension/background.js").match(/storage\.managed\.\w+/g);
  assert.deepEqual(uses, ["storage.managed.get"]);
});

test("no page or worker of the extension can reach a server, nor another program or extension", () => {
  const manifest = dataOf("manifest.json");
  const policy = manifest.content_security_policy.extension_pages;
  for (const directive of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"]) {
    assert.ok(policy.split("; ").includes(directive), directive);
  }
  assert.deepEqual(manifest.permissions, ["storage"]);
  assert.equal(manifest.externally_connectable, undefined);
});
