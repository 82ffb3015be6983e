/** The text of a book's shelf label: groups of the number, and a line to cut along. */
function renderLabel(isbn) {
  const groups = isbn.replace(/\D/g, '').match(/.{1,3}/g) ?? [];
  return `${groups.join(' ')}\n${'- '.repeat(12)}\n`;
}

module.exports = { renderLabel };
