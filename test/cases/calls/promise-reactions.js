import * as fs from 'node:fs';

export async function chain(url) {
  return fetch(url)
    .then((res) => res.text())
    .then((text) => {
      fs.writeFileSync('page.html', text); // expect: blocking-io node:fs.writeFileSync
      return text;
    })
    .catch(() => fs.readFileSync('fallback.html', 'utf8')) // expect: blocking-io node:fs.readFileSync
    .finally(() => fs.rmSync('lock')); // expect: blocking-io node:fs.rmSync
}

function store(text) {
  fs.appendFileSync('pages.txt', text);
}

export const byReference = async (url) => (await fetch(url)).text().then(store); // expect: blocking-io node:fs.appendFileSync
