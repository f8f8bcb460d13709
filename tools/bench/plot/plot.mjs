// A bar for every speed, as SVG. The scale is logarithmic: peers are hundreds of times apart.

const LINE = 26;
const LABELS = 360;
const WIDTH = 960;
const TOP = 56;

/**
 * @param {import("../../bench.mjs").Row[]} rows
 * @param {{ date: string, machine: string, command: string }} about
 * @returns {string}
 */
export function plot(rows, { date, machine, command }) {
  const amounts = rows.map(({ figure }) => figure?.amount ?? 0);
  const least = Math.min(...amounts.filter((amount) => amount > 0)) / 2;
  const room = Math.log(Math.max(...amounts) / least);
  const bars = rows.map(({ subject, value }, place) => {
    const y = TOP + place * LINE;
    const width = Math.max((Math.log(Math.max(amounts[place] ?? 0, least) / least) / room) * (WIDTH - LABELS - 90), 1);
    return `<text x="${LABELS - 8}" y="${y + 13}" text-anchor="end">${escaped(subject)}</text>
<rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="18" fill="#2f6f73"/>
<text x="${(LABELS + width + 6).toFixed(1)}" y="${y + 13}">${escaped(value)}</text>`;
  });
  const height = TOP + rows.length * LINE + 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="22" font-size="16">Megabytes of posts scanned in a second (logarithmic)</text>
<text x="12" y="42" fill="#555">${escaped(`${command}, ${date.slice(0, 10)}, ${machine}`)}</text>
${bars.join("\n")}
</svg>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
