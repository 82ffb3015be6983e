import { Ajv, type ErrorObject } from 'ajv';
import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import schema from '../../loopwise.schema.json' with { type: 'json' };
import type { ConfigFile, ConfigProblem } from './config.ts';
import { closest } from './closest.ts';

export interface ParsedConfig {
  readonly value: ConfigFile;
  readonly problems: readonly ConfigProblem[];
  /** One-based, of the value at a path into the file. */
  readonly positionOf: (path: readonly (string | number)[]) => { line: number; column: number };
}

/** Parses the text of a config and checks it against the schema. */
export function parseConfig(file: string, source: string): ParsedConfig {
  const text = source.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problemAt = (offset: number, message: string): ConfigProblem => ({ file, ...position(text, offset), message });
  const positionOf = (path: readonly (string | number)[]): { line: number; column: number } =>
    position(text, (tree && findNodeAtLocation(tree, [...path])?.offset) ?? 0);
  if (tree === undefined || errors.length > 0) {
    const problems = errors.map(({ error, offset }) => problemAt(offset, words(printParseErrorCode(error))));
    const empty = problems.length === 0 ? [problemAt(0, 'the file is empty')] : problems;
    return { value: {}, problems: empty, positionOf };
  }
  const value = parse(text, [], { allowTrailingComma: true }) as ConfigFile;
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  if (validate(value)) return { value, problems: [], positionOf };
  const problems = (validate.errors ?? [])
    .filter(isLeaf)
    .map((error) => problemAt(offsetOf(tree, error), say(error)))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { value: {}, problems, positionOf };
}

/** Errors of the parts of an `anyOf` only repeat the error of the whole. */
function isLeaf(error: ErrorObject): boolean {
  return !error.schemaPath.includes('/anyOf/');
}

function offsetOf(tree: Node, error: ErrorObject): number {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const node = nodeAt(tree, path) ?? tree;
  if (error.keyword !== 'additionalProperties') return node.offset;
  const key = unknownKey(error);
  return node.children?.find((property) => property.children?.[0]?.value === key)?.offset ?? node.offset;
}

function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const segment of path)
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
  return node;
}

function say(error: ErrorObject): string {
  const where = error.instancePath === '' ? 'the config' : error.instancePath.slice(1).replaceAll('/', '.');
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = knownKeys(error.instancePath);
      const guess = closest(unknownKey(error), known);
      return `unknown key "${unknownKey(error)}"${didYouMean(guess) || `; the keys are ${known.join(', ')}`}`;
    }
    case 'enum': {
      const allowed = (error.params as { allowedValues: readonly string[] }).allowedValues;
      return `${where} must be one of ${allowed.join(', ')}`;
    }
    case 'type': {
      const { type } = error.params as { type: string };
      return `${where} must be ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
    }
    case 'anyOf':
      return `${where} must be an object or the path of a JSON file`;
    default:
      return `${where} ${error.message ?? 'is not valid'}`;
  }
}

function didYouMean(guess: string | undefined): string {
  return guess === undefined ? '' : `; did you mean "${guess}"?`;
}

function unknownKey(error: ErrorObject): string {
  return (error.params as { additionalProperty: string }).additionalProperty;
}

function knownKeys(instancePath: string): string[] {
  if (instancePath === '/rules') return Object.keys(schema.properties.rules.properties);
  return Object.keys(instancePath === '/heavyLoop' ? schema.properties.heavyLoop.properties : schema.properties);
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `PropertyNameExpected` → `property name expected`. */
function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter, index: number) => (index === 0 ? '' : ' ') + letter.toLowerCase());
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
