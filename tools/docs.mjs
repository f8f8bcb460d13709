// `./build.sh docs`: writes anew what of docs/ is made from the sources.

import { writeFileSync } from "node:fs";
import { detectionPage } from "./docs/detection.mjs";

writeFileSync("docs/detection.md", detectionPage());
