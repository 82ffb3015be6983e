'use strict';
var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) { return desc; };
Object.defineProperty(exports, '__esModule', { value: true });
exports.Cats = exports.Filter = exports.Guard = exports.Log = exports.Store = void 0;
const common_1 = require('@nestjs/common');
const fs = require('fs');
let Filter = class Filter {
    catch(error, host) {
        fs.appendFileSync('log', String(error)); // expect: blocking-io
    }
};
exports.Filter = Filter;
exports.Filter = Filter = __decorate([(0, common_1.Catch)()], Filter);
let Guard = class Guard {
    canActivate(context) {
        return fs.existsSync('open'); // expect: blocking-io
    }
};
exports.Guard = Guard;
exports.Guard = Guard = __decorate([(0, common_1.Injectable)()], Guard);
let Log = class Log {
    use(req, res, next) {
        fs.appendFileSync('log', req.url); // expect: blocking-io
        next();
    }
};
exports.Log = Log = __decorate([(0, common_1.Injectable)()], Log);
let Store = class Store {
    load(name) {
        return fs.readFileSync(name);
    }
    use(name) {
        return fs.readFileSync(name); // ok: no middleware
    }
};
exports.Store = Store = __decorate([(0, common_1.Injectable)()], Store);
let Cats = class Cats {
    constructor() {
        this.store = new Store();
    }
    list() {
        return this.store.load('cats'); // expect: blocking-io
    }
    helper() {
        return fs.readFileSync('cats'); // ok: nobody is known to call it
    }
};
exports.Cats = Cats;
__decorate([(0, common_1.Get)(), __metadata('design:type', Function)], Cats.prototype, 'list', null);
exports.Cats = Cats = __decorate([(0, common_1.Controller)('cats')], Cats);
