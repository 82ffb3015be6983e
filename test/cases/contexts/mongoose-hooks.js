const mongoose = require('mongoose');
const bcrypt = require('bcrypt');

const userSchema = new mongoose.Schema({ email: String, password: String });

userSchema.pre('save', function (next) {
  if (!this.isModified('password')) return next();
  this.password = bcrypt.hashSync(this.password, 12); // expect: heavy-call bcrypt.hashSync
  next();
});

userSchema.pre('save', async function () {
  this.password = bcrypt.hashSync(this.password, 12); // expect: heavy-call bcrypt.hashSync
});

userSchema.methods.comparePassword = function (candidate) {
  return bcrypt.compareSync(candidate, this.password); // ok: synchronous; documents are not followed to their methods
};

userSchema.methods.compare = async function (candidate) {
  return bcrypt.compareSync(candidate, this.password); // expect: heavy-call bcrypt.compareSync
};

module.exports = mongoose.model('User', userSchema);
