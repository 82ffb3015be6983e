import fs from 'fs';
// ok: not under pages/api, so no request calls it by convention
export default function handler(req, res) {
  res.send(fs.readFileSync('x'));
}
export const GET = () => fs.readFileSync('y');
