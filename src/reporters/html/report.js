// Filters and sorts the table of findings. The page is complete without it.
'use strict';
{
  const table = document.getElementById('findings');
  const form = document.getElementById('filters');
  if (table && form) start(table.tBodies[0], table.tHead.rows[0], form);

  function start(body, head, form) {
    const rows = [...body.rows].map((element) => ({ element, text: element.textContent.toLowerCase() }));
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => filter(rows, form));
    form.addEventListener('reset', () => setTimeout(() => filter(rows, form)));
    form.querySelector('[data-toggle]').addEventListener('click', (event) => toggleAll(body, event.target));
    head.addEventListener('click', (event) => {
      const button = event.target.closest('[data-sort]');
      if (button) sort(body, head, button.parentElement);
    });
    filter(rows, form);
  }

  function filter(rows, form) {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = ['severity', 'rule', 'verdict'].map((name) => [name, form.elements[name].value]);
    let shown = 0;
    for (const { element, text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        chosen.every(([name, value]) => value === '' || element.dataset[name] === value);
      element.hidden = !fits;
      if (fits) shown++;
    }
    form.querySelector('output').value = `${shown} of ${rows.length} shown`;
  }

  function sort(body, head, heading) {
    const direction = heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const cell of head.cells) cell.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const key = (row) => row.cells[heading.cellIndex].dataset.key ?? row.cells[heading.cellIndex].textContent.trim();
    const keyed = [...body.rows].map((row) => [key(row), row]);
    keyed.sort(([a], [b]) => sign * a.localeCompare(b, 'en', { numeric: true }));
    body.append(...keyed.map(([, row]) => row));
  }

  function toggleAll(body, button) {
    const open = button.textContent === 'Expand all';
    for (const details of body.querySelectorAll('tr:not([hidden]) details')) details.open = open;
    button.textContent = open ? 'Collapse all' : 'Expand all';
  }
}
