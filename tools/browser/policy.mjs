// The content security policy of a LinkedIn page, in shape: nonce and hashes, no eval keyword, Trusted Types, a report-uri.

/** Where a page sends its violations; the site counts them. */
export const REPORT_PATH = "/security/csp-reports";

// Of a script that no page holds: the header only has to look as LinkedIn's does, with hashes beside the nonce.
const HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The value of the Content-Security-Policy header.
 * @param {string} nonce
 * @returns {string}
 */
export function policy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'report-sample' 'nonce-${nonce}' ${HASH} static.licdn.com`,
    // Stricter than LinkedIn's, so that an inline style of ours would be seen.
    `style-src 'report-sample' 'self' 'nonce-${nonce}' static.licdn.com`,
    "img-src 'self' data: blob: static.licdn.com media.licdn.com",
    "font-src 'self' static.licdn.com",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    `report-uri ${REPORT_PATH}`,
  ].join("; ");
}

/**
 * The page with the nonce on its scripts and styles, and before all else a script of its own that keeps what the page
 * is told: `witness.violations` and `witness.errors`.
 * @param {string} html
 * @param {string} nonce
 * @returns {string}
 */
export function withWitness(html, nonce) {
  const witness = `<script nonce="${nonce}">
    var witness = { violations: [], errors: [] };
    addEventListener("securitypolicyviolation", (event) => {
      witness.violations.push([event.effectiveDirective, event.blockedURI, event.sourceFile].join(" "));
    });
    addEventListener("error", (event) => witness.errors.push(String(event.message)));
  </script>`;
  const marked = html.replace(/<(script|style)(?=[\s>])(?![^>]*\bnonce=)/gi, `<$1 nonce="${nonce}"`);
  const head = /<head(\s[^>]*)?>/i.exec(marked) ?? /^\s*(<!doctype[^>]*>)?/i.exec(marked);
  const start = head ? head.index + head[0].length : 0;
  return marked.slice(0, start) + witness + marked.slice(start);
}
