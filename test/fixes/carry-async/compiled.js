"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const fs_1 = require("fs");
async function run() {
    (0, fs_1.writeFileSync)("a", "text");
    return (0, fs_1.readFileSync)("a", "utf8");
}
exports.run = run;
