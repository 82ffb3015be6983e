// Recursion and walks that visit everything once.
import { store } from 'some-store';

interface Node {
  value: number;
  left?: Node;
  right?: Node;
  children: Node[];
}

function total(node: Node): number {
  let sum = node.value;
  for (const child of node.children) sum += total(child);
  return sum;
}
export const totals = async (root: Node) => total(root);

function depth(node: Node | undefined): number {
  return node ? 1 + Math.max(depth(node.left), depth(node.right)) : 0;
}
export const depths = async (root: Node) => depth(root);

export async function nodesOf(nodes: Node[]): Promise<number> {
  let count = 0;
  for (const node of nodes) for (const child of node.children) for (const leaf of child.children) count += leaf.value;
  return count;
}

export async function breadthFirst(graph: number[][], start: number): Promise<number> {
  const seen = new Set([start]);
  const queue = [start];
  while (queue.length > 0) {
    const at = queue.shift();
    for (const next of graph[at]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen.size;
}

export async function depthFirst(graph: Map<string, string[]>, start: string): Promise<string[]> {
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const next of graph.get(at) ?? []) visit(next);
  };
  visit(start);
  return [...seen];
}

function mergeSort(values: number[]): number[] {
  if (values.length < 2) return values;
  const middle = values.length >> 1;
  const left = mergeSort(values.slice(0, middle));
  const right = mergeSort(values.slice(middle));
  const all: number[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) all.push(left[i] < right[j] ? left[i++] : right[j++]);
  return [...all, ...left.slice(i), ...right.slice(j)];
}
export const sorted = async (values: number[]) => mergeSort(values);

function search(values: number[], low: number, high: number, wanted: number): number {
  if (low > high) return -1;
  const middle = (low + high) >> 1;
  if (values[middle] === wanted) return middle;
  return values[middle] < wanted ? search(values, middle + 1, high, wanted) : search(values, low, middle - 1, wanted);
}
export const searched = async (values: number[], wanted: number) => search(values, 0, values.length - 1, wanted);

const known = new Map<number, number>();
function kept(n: number): number {
  if (n < 2) return n;
  const before = known.get(n);
  if (before !== undefined) return before;
  const value = kept(n - 1) + kept(n - 2);
  known.set(n, value);
  return value;
}
export const fibonacci = async (n: number) => kept(n);

function paths(x: number, y: number, memo: Record<string, number> = {}): number {
  const key = `${x},${y}`;
  if (key in memo) return memo[key];
  if (x === 0 || y === 0) return 1;
  memo[key] = paths(x - 1, y, memo) + paths(x, y - 1, memo);
  return memo[key];
}
export const ways = async (x: number, y: number) => paths(x, y);

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
export const product = async (n: number) => factorial(n);

function countdown(n: number): number {
  if (n <= 0) return 0;
  if (n % 2 === 0) return countdown(n - 2);
  return countdown(n - 1);
}
export const counted = async (n: number) => countdown(n);

function fill(grid: number[][], x: number, y: number): void {
  if (grid[x]?.[y] !== 0) return;
  grid[x][y] = 1;
  fill(grid, x - 1, y);
  fill(grid, x - 1, y - 1);
  fill(grid, x, y - 1);
}
export const filled = async (grid: number[][]) => fill(grid, 5, 5);

export async function parents(): Promise<string[]> {
  const folders = await store.folders();
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return folders.map((folder) => {
    const names: string[] = [];
    for (let at = folder; at; at = byId.get(at.parent)) names.unshift(at.name);
    return names.join('/');
  });
}
