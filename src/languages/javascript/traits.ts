import type { Handler, LanguageTraits, LostErrors } from '../../model/traits.ts';
import { SAME_SIZE } from './builtins.ts';
import { techniques } from './techniques.ts';

function globals(names: string): string[] {
  return names.split(' ').map((name) => `global.${name}`);
}

const BUILT_IN = 'JSON Math Number String Boolean Object Date';

export const traits: LanguageTraits = {
  immediate: new Set(globals(`${BUILT_IN} Array Buffer Symbol BigInt Reflect Intl structuredClone`)),
  light: new Set([
    ...globals(`${BUILT_IN} console process Promise Error URL self require`),
    ...'node:worker_threads node:process node:path node:url'.split(' '),
  ]),
  waiting: new Set(globals('fetch setTimeout setInterval setImmediate')),
  promise: 'global.Promise',
  iterates: new Map([
    ...'forEach map flatMap filter find some every findIndex findLast'.split(' ').map((name) => [name, 0] as const),
    ['reduce', 1],
    ['sort', -1],
    ['from', -1],
    ['replace', -1],
  ]),
  short: new Set(
    (
      'length size byteLength slice substring substr at charAt charCodeAt codePointAt indexOf lastIndexOf includes ' +
      'startsWith endsWith test exec match matchAll search localeCompare has getTime toFixed some every findIndex'
    ).split(' '),
  ),
  manages: new Set(),
  item: '[]',
  describing: new Set(),
  className: undefined,
  givesItem: new Set(['[]', '[Symbol.iterator]', 'at', 'pop', 'shift', 'find', 'findLast', 'get']),
  wholes: SAME_SIZE,
  few: new Set(globals('process')),
  fewText: /^Object\.keys\(/,
  forwarding: new Set(['call', 'apply', 'bind']),
  mayOmit: true,
  emptyIsFalse: false,
  serving: new Set(['listen']),
  declaring: /^(?:require|Object\.(?:defineProperty|freeze)|__\w+)$/,
  reactions: new Set(['then', 'catch', 'finally', 'fromAsync']),
  count: (text) => `${text}.length`,
  repeated: (text, times) => `${text}.repeat(${times})`,
  waitingCode: {
    timer: 'node:timers/promises.setTimeout',
    strategies: new Set(['await-twin']),
    elsewhere: [],
    exportsAll: false,
    waitsForAll: true,
    pending: 'a promise',
    bodyWaits: (file) => `${file} waits at its top level: who loads it with require fails, who imports it waits`,
    errorsOf,
  },
  techniques: () => techniques,
};

/** They wait for what a handler returns, as long as it takes no callback to say that it is done. */
const CATCHES_REJECTIONS =
  /^(?:(?:request|error) handler \((?:Fastify|Koa|Hono|Hapi|NestJS|h3|Elysia)\)|(?:hook|middleware) \((?:Fastify|Koa|Hono|Elysia)\))$/;

const DONE = /^(?:done|next|cb|callback)$/;

/** Express 4 takes what a handler throws, not what it rejects with; Express 5 takes both. */
function errorsOf({ name, role, parameters, rangeOf }: Handler): LostErrors | undefined {
  const becomes = `${name} becomes an async ${role}`;
  const last = parameters.at(-1) ?? '';
  if (role.endsWith('(Fastify)') && DONE.test(last)) {
    return { warning: becomes, stop: `Fastify takes no async function with the callback ${last}` };
  }
  if (CATCHES_REJECTIONS.test(role) && (parameters.length < 3 || role.startsWith('hook'))) return undefined;
  if (!role.includes('(Express)'))
    return { warning: `${becomes}: an error in it becomes a rejection that nobody handles` };
  const major = Number(/^[\^~=v\s]*(\d+)/.exec(rangeOf('express') ?? '')?.[1] ?? 4);
  if (major >= 5 || rangeOf('express-async-errors') !== undefined) return undefined;
  const warning = `${becomes}: Express 4 does not catch its rejections, Express 5 does`;
  if (role.startsWith('template') || parameters.length < 3) return { warning };
  // A handler of errors has four parameters, and so has one of parameters of the path.
  return { warning, to: parameters.length === 4 && !role.startsWith('parameter') ? 3 : 2 };
}
