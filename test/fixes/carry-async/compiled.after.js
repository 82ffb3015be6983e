"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const fs_1 = require("fs");
async function run() {
    await (0, fs_1.promises.writeFile)("a", "text");
    return await (0, fs_1.promises.readFile)("a", "utf8");
}
exports.run = run;
