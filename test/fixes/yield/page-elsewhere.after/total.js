// warns: the code uses a page, and next may run it elsewhere
export function listen() {
  document.querySelector('#sum').addEventListener('click', async () => {
    let sum = 0;
    let pauseAt = performance.now() + 10;
    let round = 0;
    for (let i = 0; i < 300_000_000; i++) {
      if (++round % 1000 === 0 && performance.now() > pauseAt) {
        await new Promise((resolve) => setTimeout(resolve));
        pauseAt = performance.now() + 10;
      }
      sum += i % 7;
    }
    document.title = String(sum);
  });
}
