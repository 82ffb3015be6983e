const zlib = require('zlib');
const { promisify } = require('util');

exports.handler = async (event) => {
  const body = zlib.gunzipSync(Buffer.from(event.body, 'base64')); // expect: heavy-call node:zlib.gunzipSync
  const out = zlib.brotliCompressSync(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }); // expect: heavy-call node:zlib.brotliCompressSync
  await promisify(zlib.gzip)(out);
  zlib.gzip(out, () => {});
  return zlib.crc32 ? zlib.createGzip() : null;
};
