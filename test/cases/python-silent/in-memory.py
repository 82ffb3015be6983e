"""Files that are held in memory ask no disk, whatever is made around them; what computes is told all the same."""

import io
import zipfile

from fastapi import FastAPI, UploadFile
from PIL import Image

app = FastAPI()


@app.post("/image")
async def image(file: UploadFile):
    picture = Image.open(io.BytesIO(await file.read()))
    small = picture.resize((100, 100))  # expect: heavy-call
    buffer = io.BytesIO()
    small.save(buffer, format="PNG")  # expect: heavy-call
    return buffer.getvalue()


@app.post("/archive")
async def archive(file: UploadFile):
    with zipfile.ZipFile(io.BytesIO(await file.read())) as found:
        return found.read("index.txt")
