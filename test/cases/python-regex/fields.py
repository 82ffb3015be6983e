"""Texts in the body of a request, as a class describes it."""

import re

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Contact(BaseModel):
    address: str


@app.post("/contacts")
async def create(contact: Contact):
    return re.match(r"^([a-z0-9]+\.?)+@example\.org$", contact.address)  # expect: slow-regex


def plain(contact: Contact):
    return re.match(r"^([a-z0-9]+\.?)+@example\.org$", contact.address)  # ok: nobody is known to call it
