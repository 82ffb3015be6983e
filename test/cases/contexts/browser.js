async function load(url) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url, false); // expect: blocking-io
  xhr.send();
  return xhr.responseText;
}

function loadLater(url, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url, true);
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

document.querySelector('#delete').addEventListener('click', () => {
  if (!window.confirm('Really?')) return; // expect: blocking-io@hint global.confirm
  fetch('/item', { method: 'DELETE' });
});

window.addEventListener('load', async () => {
  loadLater('/late.json', () => {});
  alert(await load('/data.json')); // expect: blocking-io@hint global.alert
});

document.querySelector('#empty').addEventListener('click', () => {
  for (const item of document.querySelectorAll('.item')) {
    if (confirm(`Remove ${item.id}?`)) item.remove(); // expect: blocking-io@information global.confirm
  }
});
