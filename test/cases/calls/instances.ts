import * as fs from 'node:fs';

class Journal {
  append(line: string) {
    fs.appendFileSync('journal.log', line); // ok: synchronous; reported where the loop calls it
  }

  async appendLater(line: string) {
    await fs.promises.appendFile('journal.log', line);
  }
}

const shared = new Journal();

export async function local() {
  const journal = new Journal();
  journal.append('local'); // expect: blocking-io node:fs.appendFileSync
  await journal.appendLater('fine');
  new Journal().append('inline'); // expect: blocking-io node:fs.appendFileSync
}

export async function fromModule() {
  shared.append('module const'); // expect: blocking-io node:fs.appendFileSync
}

export async function fromParameter(journal: Journal) {
  journal.append('parameter'); // expect: blocking-io node:fs.appendFileSync
}

export async function fromNullableParameter(journal: Journal | undefined) {
  journal?.append('parameter'); // expect: blocking-io node:fs.appendFileSync
}

export async function destructured({ journal, line }: { journal: Journal; line: string }) {
  journal.append(line); // expect: blocking-io node:fs.appendFileSync
}

export class Service {
  private assigned;
  private annotated!: Journal;
  private readonly initialised = new Journal();

  constructor(private readonly injected: Journal) {
    this.assigned = new Journal();
  }

  async viaAssigned() {
    this.assigned.append('a'); // expect: blocking-io node:fs.appendFileSync
  }
  async viaAnnotated() {
    this.annotated.append('b'); // expect: blocking-io node:fs.appendFileSync
  }
  async viaInitialised() {
    this.initialised.append('c'); // expect: blocking-io node:fs.appendFileSync
  }
  async viaParameterProperty() {
    this.injected.append('d'); // expect: blocking-io node:fs.appendFileSync
  }
}
