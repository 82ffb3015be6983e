import type { TSESTree } from '@typescript-eslint/types';
import type { PropertyFacts, ValueId } from '../../model/facts.ts';
import { staticName } from './ast.ts';
import { collectionMade, collectionOfType, listOf } from './collections.ts';
import { type Evaluator, internImport, internIndexed, internMember, UNKNOWN } from './value-table.ts';
import { receiverOfThis } from './receivers.ts';
import type { FunctionRecord, Scope } from './records.ts';
import { lookUp } from './scopes.ts';

/** Generic types that stand for their argument. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited']);

/** What a value of this type is: an instance of a class, an object with known members; `undefined` if unknown. */
export function typeValue(evaluator: Evaluator, type: TSESTree.TypeNode, scope: Scope): ValueId | undefined {
  switch (type.type) {
    case 'TSTypeReference':
      return referenceValue(evaluator, type, scope);
    case 'TSTypeQuery':
      return type.exprName.type === 'TSImportType'
        ? typeValue(evaluator, type.exprName, scope)
        : known(evaluator.evaluate(type.exprName, scope));
    case 'TSImportType':
      return importTypeValue(evaluator, type);
    case 'TSUnionType':
      return unionValue(evaluator, type, scope);
    case 'TSIntersectionType':
      return firstOf(type.types, (part) => typeValue(evaluator, part, scope));
    case 'TSOptionalType':
      return typeValue(evaluator, type.typeAnnotation, scope);
    case 'TSTypeOperator':
      return type.operator === 'readonly' && type.typeAnnotation
        ? typeValue(evaluator, type.typeAnnotation, scope)
        : undefined;
    case 'TSArrayType':
      return listOf(evaluator, [typeValue(evaluator, type.elementType, scope) ?? UNKNOWN]);
    case 'TSTypeLiteral':
      return membersValue(evaluator, type, type.members, scope);
    default:
      return undefined;
  }
}

function known(id: ValueId): ValueId | undefined {
  return id === UNKNOWN ? undefined : id;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unionValue(evaluator: Evaluator, type: TSESTree.TSUnionType, scope: Scope): ValueId | undefined {
  const solid = type.types.filter(
    (part) => part.type !== 'TSNullKeyword' && part.type !== 'TSUndefinedKeyword' && part.type !== 'TSVoidKeyword',
  );
  const [only] = solid;
  return only && solid.length === 1 ? typeValue(evaluator, only, scope) : undefined;
}

function referenceValue(evaluator: Evaluator, type: TSESTree.TSTypeReference, scope: Scope): ValueId | undefined {
  const { typeName } = type;
  const [argument] = type.typeArguments?.params ?? [];
  if (typeName.type === 'Identifier') {
    const { name } = typeName;
    const binding = lookUp(scope, name);
    if (!binding) {
      const declared = evaluator.walk.types.get(name);
      if (declared) return declaredValue(evaluator, declared, scope);
      const args = type.typeArguments?.params ?? [];
      const collection = collectionOfType(
        evaluator,
        name,
        args.map((each) => typeValue(evaluator, each, scope)),
      );
      if (collection !== undefined) return collection;
      if (argument && TRANSPARENT.has(name)) return typeValue(evaluator, argument, scope);
      if (argument && (name === 'InstanceType' || name === 'ReturnType')) {
        const of = typeValue(evaluator, argument, scope);
        return of === undefined
          ? undefined
          : internIndexed(evaluator, name === 'ReturnType' ? 'result' : 'instance', of);
      }
      return boundValue(evaluator, name, scope);
    }
  }
  const of = known(evaluator.evaluate(typeName, scope));
  return of === undefined ? undefined : internIndexed(evaluator, 'instance', of);
}

/** What a type parameter is bound to: `<T extends Store>`. */
function boundValue(evaluator: Evaluator, name: string, scope: Scope): ValueId | undefined {
  const isNamed = (parameter: TSESTree.TSTypeParameter): boolean => parameter.name.name === name;
  for (let fn: FunctionRecord | null = scope.fn; fn; fn = fn.parent) {
    const receiver = receiverOfThis(fn);
    const around = receiver?.kind === 'instance' ? receiver.record.node.typeParameters : undefined;
    const own = 'typeParameters' in fn.node ? fn.node.typeParameters : undefined;
    const found = own?.params.find(isNamed) ?? around?.params.find(isNamed);
    // A bound may name the parameter itself, or another that does: `<T extends Node<T>>`, `<A extends B, B extends A>`.
    if (found) return found.constraint ? boundTo(evaluator, found, found.constraint, fn.scope) : undefined;
  }
  return undefined;
}

function boundTo(
  evaluator: Evaluator,
  parameter: TSESTree.TSTypeParameter,
  bound: TSESTree.TypeNode,
  scope: Scope,
): ValueId | undefined {
  if (evaluator.busyTypes.has(parameter)) return undefined;
  evaluator.busyTypes.add(parameter);
  try {
    return typeValue(evaluator, bound, scope);
  } finally {
    evaluator.busyTypes.delete(parameter);
  }
}

/** The value that a type alias or an interface of this file describes. */
export function declaredValue(
  evaluator: Evaluator,
  node: TSESTree.TSTypeAliasDeclaration | TSESTree.TSInterfaceDeclaration,
  scope: Scope,
): ValueId | undefined {
  if (evaluator.busyTypes.has(node)) return evaluator.objectOf.get(node);
  evaluator.busyTypes.add(node);
  try {
    return node.type === 'TSTypeAliasDeclaration'
      ? typeValue(evaluator, node.typeAnnotation, scope)
      : membersValue(evaluator, node, node.body.body, scope, node.extends);
  } finally {
    evaluator.busyTypes.delete(node);
  }
}

function importTypeValue(evaluator: Evaluator, type: TSESTree.TSImportType): ValueId | undefined {
  const specifier = (type.source as { value?: unknown } | undefined)?.value;
  if (typeof specifier !== 'string') return undefined;
  const module = internImport(evaluator, specifier);
  if (!type.qualifier) return module;
  const path = qualifiedPath(type.qualifier);
  if (!path) return undefined;
  const of = path.reduce((id, name) => internMember(evaluator, id, name), module);
  return internIndexed(evaluator, 'instance', of);
}

function qualifiedPath(name: TSESTree.EntityName): string[] | undefined {
  if (name.type === 'Identifier') return [name.name];
  if (name.type !== 'TSQualifiedName') return undefined;
  const left = qualifiedPath(name.left);
  return left && [...left, name.right.name];
}

/** An object type: the members whose types are known. */
function membersValue(
  evaluator: Evaluator,
  node: TSESTree.Node,
  members: readonly TSESTree.TypeElement[],
  scope: Scope,
  bases: readonly TSESTree.TSInterfaceHeritage[] = [],
): ValueId | undefined {
  const seen = evaluator.objectOf.get(node);
  if (seen !== undefined) return seen;
  const index = evaluator.objects.push({ properties: [], spreads: [] }) - 1;
  const id = internIndexed(evaluator, 'object', index);
  evaluator.objectOf.set(node, id);
  const properties: PropertyFacts[] = [];
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) continue;
    const name = staticName(member.key, member.computed);
    const value = typeValue(evaluator, member.typeAnnotation.typeAnnotation, scope);
    if (name !== undefined && value !== undefined) properties.push([name, value]);
  }
  const spreads = bases.flatMap((base) => {
    const { expression } = base;
    const declared = expression.type === 'Identifier' ? evaluator.walk.types.get(expression.name) : undefined;
    if (declared) return declaredValue(evaluator, declared, scope) ?? [];
    const of = evaluator.evaluate(expression, scope);
    return of === UNKNOWN ? [] : [internIndexed(evaluator, 'instance', of)];
  });
  evaluator.objects[index] = { properties, spreads };
  return id;
}

/** `new Map<string, Handler>()`, `new Map([['list', list]])`. */
export function madeCollection(evaluator: Evaluator, node: TSESTree.NewExpression, scope: Scope): ValueId | undefined {
  const made = collectionMade(evaluator, node, scope);
  if (made !== undefined || node.callee.type !== 'Identifier' || !node.typeArguments) return made;
  const types = node.typeArguments.params.map((type) => typeValue(evaluator, type, scope));
  return collectionOfType(evaluator, node.callee.name, types);
}
