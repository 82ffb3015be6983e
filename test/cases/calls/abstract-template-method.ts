import { readFileSync } from 'node:fs';

abstract class Job {
  protected abstract step(): void;

  run() {
    this.step();
  }
}

class ReadJob extends Job {
  protected step() {
    readFileSync('job');
  }
}

class QuietJob extends Job {
  protected step() {}
}

export async function read() {
  new ReadJob().run(); // ok: `run` alone does not say whose `step` it calls
}

export async function quiet(job: Job) {
  new QuietJob().run();
  job.run();
}
