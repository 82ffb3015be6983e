// warns: the code uses a page, and next may run it elsewhere
export function listen() {
  document.querySelector('#sum').addEventListener('click', () => {
    let sum = 0;
    for (let i = 0; i < 300_000_000; i++) sum += i % 7;
    document.title = String(sum);
  });
}
