const fs = require('fs');
const bcrypt = require('bcryptjs');

// Routes elsewhere call these: asynchronous ones are entries wherever they are registered.
const register = async (req, res) => {
  const { username, password } = req.body;
  const salt = bcrypt.genSaltSync(10); // ok: a few random bytes
  const hash = bcrypt.hashSync(password, salt); // expect: heavy-call bcryptjs.hashSync
  const users = JSON.parse(fs.readFileSync('users.json')); // expect: blocking-io node:fs.readFileSync
  users.push({ username, hash });
  fs.writeFileSync('users.json', JSON.stringify(users)); // expect: blocking-io node:fs.writeFileSync
  res.status(201).json({ username });
};

const login = async (req, res) => {
  try {
    const user = await find(req.body.username);
    if (!bcrypt.compareSync(req.body.password, user.hash)) return res.sendStatus(401); // expect: heavy-call bcryptjs.compareSync
    res.json(user);
  } catch (error) {
    res.status(500).json({ error });
  }
};

async function find(username) {
  const users = JSON.parse(await fs.promises.readFile('users.json'));
  return users.find((user) => user.username === username);
}

module.exports = { register, login };
