import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { Catalog, CatalogFile } from '../../src/catalog/types.ts';
import { encodeFacts } from '../../src/model/codec/encode.ts';
import type { WorkLimits } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { auditParts, type PartsAudit } from '../../src/session/audit-parts.ts';
import type { Host, Judge, SurveyedHost } from '../../src/session/host.ts';
import { createJudge } from '../../src/session/judge-thread.ts';
import { createSession, type Session } from '../../src/session/session.ts';
import { extractSource, loadExpressionAnalyser, prepareSources } from '../../src/session/languages.ts';
import { createExpressionAnalyser } from '../../src/workspace/expressions.ts';
import { loadConfig } from '../../src/workspace/config.ts';
import { kindOfPath } from '../../src/workspace/file-kinds.ts';
import { createHost } from '../../src/workspace/host.ts';
import { createPythonResolver } from '../../src/workspace/python-modules.ts';

/** Shared by all tests, so that each expression is analysed once. */
const analyser = createExpressionAnalyser({ load: loadExpressionAnalyser });

let builtin: Catalog | undefined;

/** The catalog that ships, compiled once. */
function shippedCatalog(): Catalog {
  return (builtin ??= compileCatalog(builtinCatalog));
}

/** A session over sources held in memory, by path. The map may change before an `update`. */
export function sessionOver(
  sources: ReadonlyMap<string, string>,
  more: Partial<Host> = {},
  limits: Partial<WorkLimits> = {},
): Session {
  return createSession({ ...hostOver(sources), ...more }, { catalog: shippedCatalog(), version: '0.0.0', limits });
}

/**
 * An audit, part by part, of sources held in memory. `results` is what earlier ones have kept; `onFacts` is told what is
 * unpacked. `judges` are as many that get what a thread would get.
 */
export function auditPartsOf(
  sources: ReadonlyMap<string, string>,
  results: Map<string, string>,
  onFacts: (files: readonly string[]) => void,
  judges = 0,
): Promise<PartsAudit> {
  const host = hostOver(sources);
  const surveyed: SurveyedHost = {
    ...host,
    facts(files) {
      onFacts(files);
      return host.facts(files);
    },
    async survey(files) {
      const facts = await host.facts(files);
      return files.map((file, index) => ({ imports: facts[index]!.imports, digest: sources.get(file) }));
    },
    results: { get: (key) => results.get(key), put: (key, text) => void results.set(key, text) },
    packed: (file) => ({ encoded: encodeFacts(extractSource(file, sources.get(file) ?? '')), roles: [] }),
    startJudges: () => Array.from({ length: judges }, () => judgeHere()),
  };
  return auditParts(surveyed, { catalog: shippedCatalog(), version: '0.0.0', key: 'test', sources: {} });
}

let judging: ReturnType<typeof createJudge> | undefined;

/** What a thread does, on this one. */
function judgeHere(): Judge {
  return {
    async judge(packed, ask) {
      judging ??= createJudge({ catalog: {}, version: '0.0.0' });
      return (await judging)(packed, ask);
    },
    end: () => undefined,
  };
}

function hostOver(sources: ReadonlyMap<string, string>): Host {
  return {
    root: '/memory',
    expressions: analyser.analyse,
    files: () => [...sources.keys()].filter((file) => !/\.(?:json|toml)$/.test(file)),
    async facts(files) {
      await prepareSources(files);
      return files.map((file) => {
        const facts = extractSource(file, sources.get(file) ?? '');
        return kindOfPath(file) === 'tests' ? { ...facts, roles: [...facts.roles, 'test'] } : facts;
      });
    },
    read: (file) => Promise.resolve(sources.get(file) ?? ''),
    resolve: (from, specifier) => {
      if (specifier.startsWith('python:')) return createPythonResolver(sources, [])(from, specifier);
      if (!specifier.startsWith('.') || isBuiltin(specifier)) return { kind: 'package', name: specifier };
      const path = posix.join(posix.dirname(from), specifier);
      const found = candidates(path).find((candidate) => sources.has(candidate));
      return found === undefined ? { kind: 'unresolved' } : { kind: 'file', path: found };
    },
    packageOf: (file) =>
      file.endsWith('.py') ? projectIn(sources.get('pyproject.toml')) : packageIn(sources.get('package.json')),
    compilerOf: () => compilerIn(sources.get('tsconfig.json')),
  };
}

function packageIn(manifest: string | undefined): ReturnType<NonNullable<Host['packageOf']>> {
  if (manifest === undefined) return undefined;
  const { dependencies, devDependencies, type } = JSON.parse(manifest) as {
    readonly dependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
    readonly type?: 'module' | 'commonjs';
  };
  const ranges = new Map(Object.entries({ ...dependencies, ...devDependencies }));
  return { dependencies: new Set(ranges.keys()), ranges, isPublic: false, type };
}

/** Of a manifest that says each on one line. */
function projectIn(manifest: string | undefined): ReturnType<NonNullable<Host['packageOf']>> {
  if (manifest === undefined) return undefined;
  const wanted = /^dependencies = (.*)$/m.exec(manifest)?.[1] ?? '[]';
  const oldest = /^requires-python = ">=(.*)"$/m.exec(manifest)?.[1];
  return { dependencies: new Set(JSON.parse(wanted) as string[]), isPublic: false, oldest };
}

function compilerIn(config: string | undefined): ReturnType<NonNullable<Host['compilerOf']>> {
  if (config === undefined) return undefined;
  const { compilerOptions } = JSON.parse(config) as { readonly compilerOptions?: object };
  return compilerOptions ?? {};
}

function candidates(path: string): string[] {
  const extensions = ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts', '/index.js'];
  return [...extensions.map((extension) => path + extension), path.replace(/js$/, 'ts')];
}

/** Audits one source as a project of its own. */
export function auditSource(path: string, source: string): Promise<Report> {
  return sessionOver(new Map([[path, source]])).audit();
}

/** Audits a folder as the command line does, on this thread and without a cache. */
export async function auditFolder(root: string): Promise<Report> {
  return (await openFolder(root)).audit();
}

/** A session over a folder on disk, but for the texts that are given. */
export async function openFolder(root: string, texts: ReadonlyMap<string, string> = new Map()): Promise<Session> {
  const { config, problems } = await loadConfig(root);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const host = await createHost(root, {
    config,
    extract: extractSource,
    prepare: prepareSources,
    expressions: { load: loadExpressionAnalyser },
    threads: 0,
  });
  const own = host.catalogs.map(({ data }) => data as CatalogFile);
  const catalog = own.length > 0 ? compileCatalog([...builtinCatalog, ...own]) : shippedCatalog();
  const facts = async (files: readonly string[]) => {
    await prepareSources(files);
    return (await host.facts(files)).map((known, index) => {
      const file = files[index] ?? '';
      const text = texts.get(file);
      return text === undefined ? known : { ...extractSource(file, text), roles: known.roles };
    });
  };
  return createSession({ ...host, facts }, { catalog, version: '0.0.0', limits: config.heavyLoop });
}
