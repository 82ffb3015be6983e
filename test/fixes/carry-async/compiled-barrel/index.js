'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
var load_1 = require('./load');
Object.defineProperty(exports, 'load', { enumerable: true, get: function () { return load_1.load; } });
exports.list = load_1.list;
