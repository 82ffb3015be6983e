import type { ErrorObject } from 'ajv';
import type { RuleId } from '../model/finding.ts';
import type { ApiEntry, CatalogFile } from './types.ts';

type ValidatedCatalog =
  | { readonly file: CatalogFile; readonly problems?: never }
  | { readonly file?: never; readonly problems: readonly string[] };

type Check = ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };

let check: Promise<Check> | undefined;

/** Checks a catalog from outside against the schema and completes it. Its problems name the place: `apis[0].cost: …`. */
export async function validateCatalog(data: unknown): Promise<ValidatedCatalog> {
  check ??= loadCheck();
  const matches = await check;
  if (!matches(data)) return { problems: describe(matches.errors ?? []) };
  const file = complete(data as Partial<CatalogFile> & Pick<CatalogFile, 'module'>);
  const problems = patternProblems(file);
  return problems.length > 0 ? { problems } : { file };
}

/** Ajv is loaded only for those who have a catalog of their own: it takes longer to start than the whole built-in catalog. */
async function loadCheck(): Promise<Check> {
  // Of a CommonJS module a bundle has nothing but the default export.
  const [{ default: Ajv }, { default: schema }] = await Promise.all([
    import('ajv'),
    import('../../catalog/schema.json', { with: { type: 'json' } }),
  ]);
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
}

/** Without the errors that only say that a branch of the schema did not fit. */
function describe(errors: readonly ErrorObject[]): string[] {
  const telling = errors.filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/anyOf/'));
  return [...new Set(telling.map(describeOne))];
}

function describeOne(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string; allowedValues?: string[]; missingProperty?: string };
  const place = placeOf(error.instancePath);
  if (params.additionalProperty !== undefined) return `${place}: unknown property "${params.additionalProperty}"`;
  if (params.missingProperty !== undefined) return `${place}: "${params.missingProperty}" is missing`;
  if (params.allowedValues) return `${place}: must be one of ${params.allowedValues.join(', ')}`;
  if (error.keyword === 'anyOf' && error.instancePath.endsWith('/arg')) return `${place}: must be an index or "all"`;
  if (error.keyword === 'anyOf') return `${place}: "arg" or "keyword" is missing`;
  return `${place}: ${error.message ?? 'is not valid'}`;
}

/** `/apis/0/cost` is `apis[0].cost`. */
function placeOf(pointer: string): string {
  const place = pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return place === '' ? 'catalog' : place.replace(/^\./, '');
}

/** What people may leave out in a catalog of their own. */
function complete(file: Partial<CatalogFile> & Pick<CatalogFile, 'module'>): CatalogFile {
  const apis = file.apis?.map((api: Partial<ApiEntry> & Pick<ApiEntry, 'name' | 'rule' | 'does' | 'cost'>) => ({
    work: defaultWork[api.rule] ?? 'computation',
    replace: { strategy: api.rule === 'heavy-call' ? ('offload' as const) : ('advice' as const) },
    example: '',
    ...api,
  }));
  return { language: 'javascript', ...file, ...(apis && { apis }) };
}

const defaultWork: Partial<Record<RuleId, string>> = {
  'blocking-io': 'input and output',
  'blocking-sleep': 'sleep',
  'heavy-call': 'computation',
};

function patternProblems(file: CatalogFile): string[] {
  const patterns: [string, string | undefined][] = [];
  file.apis?.forEach((api, i) => {
    api.when?.forEach((condition, k) => patterns.push([`apis[${i}].when[${k}].matches`, condition.matches]));
  });
  file.conventions?.forEach((entry, i) => patterns.push([`conventions[${i}].files`, entry.files]));
  return patterns.flatMap(([place, pattern]) => {
    try {
      if (pattern !== undefined) new RegExp(pattern);
      return [];
    } catch (error) {
      return [`${place}: ${(error as Error).message}`];
    }
  });
}
