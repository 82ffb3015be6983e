import asyncio
import time
from contextlib import asynccontextmanager
from typing import Annotated

import bcrypt
import httpx
import requests
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, WebSocket
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("sqlite://")
SessionLocal = sessionmaker(bind=engine)


@asynccontextmanager
async def lifespan(app):
    app.state.model = open("model").read()
    yield
    app.state.model = None


app = FastAPI(lifespan=lifespan)
router = APIRouter(prefix="/x")


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


class User(BaseModel):
    name: str
    password: str


@app.post("/users")
async def create(user: User, db: Session = Depends(get_db)):
    hashed = bcrypt.hashpw(user.password.encode(), bcrypt.gensalt())  # expect: heavy-call
    db.add(hashed)
    db.commit()  # expect: blocking-io
    return user


@router.get("/users/{name}")
async def read(name: str, db: Annotated[Session, Depends(get_db)]):
    return db.execute(select(User)).scalars().all()  # expect: blocking-io


@router.get("/sync")
def sync_endpoint(db: Annotated[Session, Depends(get_db)]):
    time.sleep(1)
    return requests.get("http://x").json()


def write_log(message):
    with open("log", "a") as log:
        log.write(message)


async def write_log_async(message):
    with open("log", "a") as log:  # expect: blocking-io
        log.write(message)


@app.get("/bg")
async def bg(tasks: BackgroundTasks):
    tasks.add_task(write_log, "x")
    tasks.add_task(write_log_async, "x")
    return {}


@app.get("/pool")
async def pool():
    return await run_in_threadpool(requests.get, "http://x")


def sync_dep():
    return requests.get("http://x").text


async def async_dep():
    return requests.get("http://x").text  # expect: blocking-io


@app.get("/deps")
async def deps(a: str = Depends(sync_dep), b: str = Depends(async_dep)):
    return a + b


@app.websocket("/ws")
async def ws(socket: WebSocket):
    await socket.accept()
    while True:
        text = await socket.receive_text()
        time.sleep(0.1)  # expect: blocking-sleep
        await socket.send_text(text)


@app.middleware("http")
async def middleware(request, call_next):
    response = await call_next(request)
    requests.post("http://stats", json={})  # expect: blocking-io
    return response


@app.exception_handler(ValueError)
async def on_error(request, exc):
    open("errors", "a").write(str(exc))  # expect: blocking-io


class Service:
    def __init__(self):
        self.client = httpx.Client()
        self.session = requests.Session()

    async def load(self):
        return self.client.get("http://x")  # expect: blocking-io

    def load_sync(self):
        return self.session.get("http://x")

    async def via(self):
        return self.load_sync()  # expect: blocking-io

    @property
    def current(self):
        return requests.get("http://x").json()

    async def reads_property(self):
        return self.current  # expect: blocking-io

    @classmethod
    async def make(cls):
        time.sleep(1)  # expect: blocking-sleep
        return cls()


service = Service()


@app.get("/service")
async def use_service():
    return service.load_sync()  # expect: blocking-io


@app.get("/dep-class")
async def dep_class(service: Service = Depends(Service)):
    return service.load_sync()  # expect: blocking-io


app.include_router(router)
