import { writeFileSync } from 'node:fs';

class Builder {
  private parts: string[] = [];
  add(part: string) {
    this.parts.push(part);
    return this;
  }
  with(part: string): Builder {
    return this.add(part);
  }
  writeTo(file: string) {
    writeFileSync(file, this.parts.join('\n'));
    return this;
  }
}

function builder() {
  return new Builder();
}

export async function report(file: string) {
  builder().add('a').with('b').writeTo(file); // expect: blocking-io node:fs.writeFileSync
  new Builder()
    .add('title')
    .writeTo(file) // expect: blocking-io node:fs.writeFileSync
    .add('after');
}
