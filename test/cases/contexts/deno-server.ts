const page = Deno.readTextFileSync('index.html'); // ok: start-up

Deno.serve((request) => {
  const path = new URL(request.url).pathname;
  if (path === '/') return new Response(page);
  return new Response(Deno.readFileSync(`.${path}`)); // expect: blocking-io global.Deno.readFileSync
});

export async function list() {
  return [...Deno.readDirSync('.')]; // expect: blocking-io global.Deno.readDirSync
}
