const fs = require('fs');
const { execSync } = require('child_process');

// Started by child_process.fork: it has an event loop of its own that serves nobody else.
process.on('message', async (job) => {
  const out = execSync(job.command);
  fs.writeFileSync(job.out, out);
  process.send({ done: job.id });
});
