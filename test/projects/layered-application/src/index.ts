import express from 'express';
import { createContainer } from './container.js';
import { usersRouter } from './routes/users.router.js';
import { loadSettings } from './settings.js';

const settings = loadSettings(); // ok: start-up
const container = createContainer(settings.dir);
const app = express();
app.use('/users', usersRouter(container));
app.listen(settings.port);
