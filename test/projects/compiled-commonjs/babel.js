"use strict";

Object.defineProperty(exports, "__esModule", {
  value: true
});
exports.default = exports.remove = void 0;
var _fs = _interopRequireDefault(require("fs"));
var _esbuild = require("./esbuild");
Object.keys(_esbuild).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  Object.defineProperty(exports, key, {
    enumerable: true,
    get: function () {
      return _esbuild[key];
    }
  });
});
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
const remove = path => _fs.default.rmSync(path);
exports.remove = remove;
var _default = exports.default = remove;
