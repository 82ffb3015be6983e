import { Command, Option } from 'commander';
import { version } from '../session/about.ts';
import { addAuditOptions, collectRule } from './audit-options.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FixOptions } from './commands/fix.ts';
import type { AuditOptions } from './audit-options.ts';
import type { ServerOptions } from './commands/server.ts';
import type { ExitCode } from './errors.ts';
import { addProjectOptions, type ProjectOptions } from './project-options.ts';

const examples = `
Examples:
  loopwise audit                               the whole project, as text
  loopwise audit src --changed-since main      what the branch touches
  loopwise audit --format sarif -o loopwise.sarif
  loopwise fix --dry-run src                   what the safe fixes would change, as a diff
  loopwise explain blocking-io                 why it matters and what to do
  loopwise explain src/server.ts:handleUpload  whether concurrency or parallelism fits it, and what it gains
  loopwise graph src/server.ts:handleUpload    what a function waits for, through which calls`;

/** The command line. Commands are loaded when they run, so that help and version are quick. */
export function createProgram(exit: (code: ExitCode) => void): Command {
  const program = new Command('loopwise')
    .description('Finds the code that blocks an event loop, directly or through any chain of calls.')
    .version(version, '-v, --version')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  addAuditOptions(
    program.command('audit').argument('[paths...]', 'files, folders or globs; none is the whole project'),
  ).action(async (paths: string[], options: AuditOptions) => {
    const { audit } = await import('./commands/audit.ts');
    exit(await audit(paths, options));
  });
  addFixOptions(program.command('fix').argument('[paths...]', 'files or folders; none is the whole project')).action(
    async (paths: string[], options: FixOptions) => {
      const { fix } = await import('./commands/fix.ts');
      exit(await fix(paths, options));
    },
  );
  addProjectOptions(
    program
      .command('explain')
      .description('say whether concurrency or parallelism fits a function and why, or print the page of a rule')
      .argument('[subject]', 'FILE:FUNCTION, FILE:LINE, FILE, or a rule such as blocking-io; none lists the rules')
      .option('--markdown', 'print Markdown'),
  ).action(async (subject: string | undefined, options: ExplainOptions) => {
    const { explain } = await import('./commands/explain.ts');
    await explain(subject, options);
  });
  addProjectOptions(
    program
      .command('graph')
      .description('print what a function blocks on, through which calls')
      .argument('<file:function>', 'for example src/server.ts:handleUpload'),
  ).action(async (place: string, options: ProjectOptions) => {
    const { graph } = await import('./commands/graph.ts');
    await graph(place, options);
  });
  program
    .command('server')
    .description('run the language server for editors')
    .option('--stdio', 'talk over standard input and output')
    .option('--node-ipc', 'talk over the channel of a Node.js parent process')
    .option('--socket <port>', 'connect to this port')
    .option('--pipe <name>', 'connect to this pipe')
    .option('--clientProcessId <id>', 'end when this process is gone')
    .action(async (options: ServerOptions) => {
      const { server } = await import('./commands/server.ts');
      await server(options);
    });
  return program;
}

function addFixOptions(command: Command): Command {
  command
    .description('rewrite what blocks the event loop: await the asynchronous form, through all callers')
    .option('--dry-run', 'print a diff and write nothing')
    .option('--unsafe', 'also apply fixes that come with a warning')
    .addOption(new Option('--rule <id>', 'fix findings of this rule only; may be repeated').argParser(collectRule));
  return addProjectOptions(command);
}

/** `error: unknown option '--fromat'` and a guess on the next line, as one line of ours. */
function oneLine(text: string): string {
  return `loopwise: ${text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')}\n`;
}
