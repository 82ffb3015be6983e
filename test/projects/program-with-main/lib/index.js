export { Site } from './site.js';

// A program has a main as well, for what extends it.
export async function run([, , name]) {
  const { command } = await import(`./commands/${name}.js`);
  await command();
}
