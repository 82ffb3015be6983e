'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.default = exports.check = void 0;
const fs_1 = require('fs');
const check = (file) => (0, fs_1.accessSync)(file);
exports.check = check;
exports.default = check;
