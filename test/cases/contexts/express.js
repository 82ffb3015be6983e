const express = require('express')
const fs = require('fs')
const path = require('path')
const crypto = require('crypto')

const app = express()
const router = express.Router()

const views = fs.readdirSync(path.join(__dirname, 'views')) // ok: start-up

app.use(express.json())
app.use((req, res, next) => {
  fs.appendFileSync('access.log', `${req.method} ${req.url}\n`) // expect: blocking-io node:fs.appendFileSync
  next()
})

app.get('/', (req, res) => res.json(views))

app.get('/report/:id', authenticate, function (req, res) {
  res.send(render(req.params.id)) // expect: blocking-io@warning node:fs.readFileSync
})

app.post('/login', async (req, res, next) => {
  try {
    const hash = crypto.pbkdf2Sync(req.body.password, 'salt', 600000, 64, 'sha512') // expect: heavy-call@error node:crypto.pbkdf2Sync
    res.send(hash.toString('hex'))
  } catch (e) {
    next(e)
  }
})

router.route('/files/:name')
  .get((req, res) => {
    res.sendFile(req.params.name)
  })
  .delete((req, res) => {
    fs.unlinkSync(req.params.name) // expect: blocking-io node:fs.unlinkSync
    res.sendStatus(204)
  })

router.param('id', (req, res, next, id) => {
  req.item = JSON.parse(fs.readFileSync(`items/${id}.json`)) // expect: blocking-io node:fs.readFileSync
  next()
})

app.use('/api', [audit, compress], router)
app.use((err, req, res, next) => {
  fs.writeFileSync('last-error', err.stack) // expect: blocking-io node:fs.writeFileSync
  res.status(500).end()
})

function authenticate (req, res, next) {
  const users = fs.readFileSync('users.htpasswd', 'utf8') // expect: blocking-io node:fs.readFileSync
  users.includes(req.headers.authorization) ? next() : res.sendStatus(401)
}

function audit (req, res, next) { fs.writeSync(1, req.url); next() } // expect: blocking-io node:fs.writeSync
function compress (req, res, next) { next() }

function render (id) {
  return fs.readFileSync(path.join('reports', id + '.html'))
}

app.listen(3000)
