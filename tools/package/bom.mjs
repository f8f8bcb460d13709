// The software bill of materials: what the packages are made of, in CycloneDX 1.6 (ECMA-424). Without a serial number and a time, so
// that the same sources make the same file.

import { shippedCrates } from "./crates.mjs";

/**
 * @param {string} version of Deksel
 * @param {Record<string, string>} tools versions of what builds it, by name
 * @returns {string}
 */
export function billOfMaterials(version, tools) {
  const crates = shippedCrates();
  const urlOf = (/** @type {string} */ name) => `pkg:cargo/${name}`;
  const deksel = "deksel";
  return `${JSON.stringify(
    {
      $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata: {
        tools: {
          components: Object.entries(tools).map(([name, version]) => ({ type: "application", name, version })),
        },
        component: {
          type: "application",
          "bom-ref": deksel,
          name: "Deksel",
          version,
          licenses: [{ expression: "MIT OR Apache-2.0" }],
        },
      },
      components: crates.map(({ name, version, licence, repository, checksum }) => ({
        type: "library",
        "bom-ref": urlOf(`${name}@${version}`),
        name,
        version,
        purl: urlOf(`${name}@${version}`),
        hashes: [{ alg: "SHA-256", content: checksum }],
        licenses: [{ expression: licence }],
        externalReferences: [{ type: "vcs", url: repository }],
      })),
      dependencies: [
        { ref: deksel, dependsOn: crates.map(({ name, version }) => urlOf(`${name}@${version}`)) },
        ...crates.map(({ name, version, needs }) => ({
          ref: urlOf(`${name}@${version}`),
          dependsOn: needs.map(urlOf).sort(),
        })),
      ],
    },
    null,
    2,
  )}\n`;
}
