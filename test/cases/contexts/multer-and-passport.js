const multer = require('multer');
const passport = require('passport');
const LocalStrategy = require('passport-local').Strategy;
const bcrypt = require('bcrypt');
const fs = require('fs');

const storage = multer.diskStorage({
  destination: (req, file, cb) => {
    const dir = `uploads/${req.user.id}`;
    if (!fs.existsSync(dir)) { // expect: blocking-io node:fs.existsSync
      fs.mkdirSync(dir); // expect: blocking-io node:fs.mkdirSync
    }
    cb(null, dir);
  },
  filename: (req, file, cb) => cb(null, file.originalname),
});

passport.use(
  new LocalStrategy((username, password, done) => {
    const user = JSON.parse(fs.readFileSync('users.json'))[username]; // expect: blocking-io node:fs.readFileSync
    if (!user || !bcrypt.compareSync(password, user.password)) return done(null, false); // expect: heavy-call bcrypt.compareSync
    return done(null, user);
  }),
);

module.exports = multer({ storage });
