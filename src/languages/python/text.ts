import { type Node, part, unwrap } from './tree.ts';

const MAX_TEXT = 60;

/** A callee on one line, as a reader would say it: calls on the way are shown without their arguments. */
export function calleeText(source: string, callee: Node): string {
  const line = render(source, callee).replace(/\s+/g, ' ');
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 1)}…`;
}

function render(source: string, expression: Node): string {
  const node = unwrap(expression);
  switch (node.type) {
    case 'attribute': {
      const [object, name] = [part(node, 'object'), part(node, 'attribute')];
      return object && name ? `${render(source, object)}.${slice(source, name)}` : slice(source, node);
    }
    case 'call': {
      const [callee, list] = [part(node, 'function'), part(node, 'arguments')];
      return callee ? `${render(source, callee)}(${shortArguments(source, list)})` : slice(source, node);
    }
    case 'await':
      return `(${slice(source, node)})`;
    case 'lambda':
      return '(lambda)';
    default:
      return slice(source, node);
  }
}

/** One short name or literal is kept: `Path('a')`. */
function shortArguments(source: string, list: Node | undefined): string {
  if (!list || list.children.length === 0) return '';
  const [first] = list.children;
  const isShort = first && list.children.length === 1 && /^(?:string|identifier|integer)$/.test(first.type);
  const text = isShort ? slice(source, first) : '…';
  return text.length <= 20 ? text : '…';
}

function slice(source: string, node: Node): string {
  return source.slice(node.start, node.end);
}
