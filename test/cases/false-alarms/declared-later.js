// deno_lint#1198: the callee stands below its caller; #1178: a wrapper hides the operation.
export async function a() {
  b(); // expect: blocking-io global.Deno.writeTextFileSync
  console.log('logging is not counted');
}

function b() {
  c();
}

function c() {
  Deno.writeTextFileSync('c', '');
}
