const { Money } = require('some-money');

exports.handlers = async (rows) => {
  // refused: not copied
  return rows.map((a) => rows.map((b) => ({ id: a.id, run: () => b.id })));
};

exports.amounts = async (rows) => {
  // refused: not copied
  return rows.flatMap((a) => rows.map((b) => [new Money(a.id + b.id)]));
};
