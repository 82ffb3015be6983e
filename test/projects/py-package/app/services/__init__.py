from .mail import send
from .mail import send as deliver
from . import storage
from .store import Store
