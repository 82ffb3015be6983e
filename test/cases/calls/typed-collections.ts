import fs from 'node:fs';

class Plugin {
  constructor(readonly name: string) {}

  run() {
    return fs.readFileSync(this.name);
  }
}

interface Task {
  run(): void;
}

export class Host {
  private readonly plugins: Plugin[] = [];
  private readonly byName = new Map<string, Plugin>();
  private readonly table: Record<string, Plugin> = {};
  private readonly tasks: Task[] = [];
  private readonly steps = new Set<() => void>();

  constructor(private readonly fallback = new Plugin('fallback')) {}

  add(plugin: Plugin) {
    this.plugins.push(plugin);
    this.steps.add(() => fs.accessSync(plugin.name));
  }

  async each(name: string) {
    for (const plugin of this.plugins) plugin.run(); // expect: blocking-io
    this.plugins.forEach((plugin) => plugin.run()); // expect: blocking-io
    this.plugins[0]?.run(); // expect: blocking-io
    this.plugins.find((plugin) => plugin.name === name)?.run(); // expect: blocking-io
    this.byName.get(name)?.run(); // expect: blocking-io
    for (const plugin of this.byName.values()) plugin.run(); // expect: blocking-io
    for (const [, plugin] of this.byName) plugin.run(); // expect: blocking-io
    this.table[name]?.run(); // expect: blocking-io
    for (const step of this.steps) step(); // expect: blocking-io
    for (const task of this.tasks) task.run(); // ok: whatever a task is
    this.fallback.run(); // expect: blocking-io
  }
}

export async function pick(plugins: readonly Plugin[], others: Map<string, Plugin>) {
  const [first] = plugins;
  for (const { name } of plugins) console.log(name);
  const [files, path] = await Promise.all([import('node:fs'), import('node:path')]);
  files.readFileSync(path.join('x')); // expect: blocking-io
  others.forEach((plugin) => plugin.run()); // expect: blocking-io
  return first;
}
