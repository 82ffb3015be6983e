import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { packedExtension } from './extension.ts';
import { startVsCode, type RunningServer, type ServerSetup } from './vscode-server.ts';
import { Workbench } from './workbench.ts';

/** The native build where there is one for the machine that the tests run on. */
const testedTarget = 'linux-x64';

/** VS Code with the packed extension installed, and a browser. */
export interface EditorSession {
  readonly server: RunningServer;
  /** A window on a folder or on a .code-workspace file; `file` is something that the explorer then shows. */
  readonly window: (path: string, file: string) => Promise<Workbench>;
  readonly close: () => Promise<void>;
}

export async function startSession(setup: ServerSetup = {}): Promise<EditorSession> {
  const { vsix } = await packedExtension(testedTarget);
  const server = await startVsCode({ ...setup, extension: vsix });
  let browser: Browser;
  try {
    ({ browser } = await launchBrowser());
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    server,
    window: async (path, file) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const workbench = new Workbench(page);
      const kind = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
      await workbench.open(`http://127.0.0.1:${server.port}/?${kind}=${path}`, file);
      return workbench;
    },
    close: async () => {
      try {
        await browser.close();
      } finally {
        await server.stop();
      }
    },
  };
}
