import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { FastMCP } from 'fastmcp';
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const rules = readFileSync('rules.txt', 'utf8'); // ok: at the start
const server = new McpServer({ name: 'files', version: rules });

server.tool('run', async ({ command }) => ({ content: [execSync(command)] })); // expect: blocking-io@error
server.registerTool('read', { inputSchema: {} }, ({ path }) => readFileSync(path)); // expect: blocking-io@warning
server.registerPrompt('ask', {}, () => readFileSync('prompt.md')); // expect: blocking-io@warning
server.registerResource('files', new ResourceTemplate('file://{path}', {}), {}, async (uri) => {
  return { contents: [readFileSync(uri)] }; // expect: blocking-io@warning
});
server.server.setRequestHandler(CallToolRequestSchema, () => readFileSync('a')); // expect: blocking-io@warning

const low = new Server({ name: 'low', version: '1' }, { capabilities: {} });
low.setRequestHandler(CallToolRequestSchema, async (request) => {
  return { content: [readFileSync(request.params.name)] }; // expect: blocking-io@warning
});

const fast = new FastMCP({ name: 'fast', version: '1.0.0' });
fast.addTool({ name: 'read', execute: async () => readFileSync('a', 'utf8') }); // expect: blocking-io@warning
fast.addResource({ uri: 'file:///a', load: async () => ({ text: readFileSync('a', 'utf8') }) }); // expect: blocking-io@warning
